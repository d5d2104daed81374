package uk.goldenthread;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The walls between the modules stand, and the one between the tests that make the demonstration and those that don't.
class ModularityTest {
    @Test
    void everyModuleUsesOnlyWhatItsPackageInfoAllows() {
        ApplicationModules.of(GoldenThread.class).verify();
    }

    @Test
    void whatLooksAtTheDemonstrationIsInItsSuite() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("DemonstrationTest")
                .and()
                .doNotHaveSimpleName("MadeDemonstration")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("MadeDemonstration")
                .because("elsewhere it would be made once more, which takes a minute and a half")
                .check(new ClassFileImporter().importPath(Path.of("target", "test-classes")));
    }
}
