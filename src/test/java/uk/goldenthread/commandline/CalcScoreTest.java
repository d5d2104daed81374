package uk.goldenthread.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CalcScoreTest {
    private static final String HEADER = "return,standard,criterion,weight,scale,claimed,moderated,critical\n";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void everyStandardAndThenTheWholeIsScored() {
        // A: S1 (20x100 + 20x67) / 40 = 83.5, S2 moderated 50 beats 100, S3 does not apply: (83.5 + 50) / 2 = 66.75.
        // B: 100 with a critical criterion that is not met and weighs nothing: green becomes amber.
        int code = run(HEADER + """
                A,S1,1.1,20,S4_0_3,3,,
                B,S1,1.1,20,PCT_5,100,,
                A,S1,1.2,20,S4_0_3,2,,true
                A,S2,2.1,1,RAG3,G,A,
                A,S3,3.1,1,MPN,NA,,
                B,S1,1.2,0,MPN,N,,true
                A,S2,2.2,5,MPN,M,NA,
                """);

        assertThat(err()).isEmpty();
        assertThat(code).isZero();
        assertThat(out()).isEqualTo("""
                return,standard,score,rag,applicable_criteria
                A,S1,83.5000,AMBER,2
                A,S2,50.0000,RED,1
                A,S3,,NA,0
                A,*,66.7500,AMBER,3
                B,S1,100.0000,GREEN,2
                B,*,100.0000,AMBER,2
                """);
    }

    @Test
    void aReturnWithABadRowIsLeftOutWholeAndTheOthersAreScored() {
        int code = run(HEADER + """
                A,S1,1.1,20,S4_0_3,3,,
                A,S1,1.2,20,S4_0_3,4,,
                B,S1,1.1,20,PCT_5,37,,
                C,S1,1.1,-1,STARS,3,,maybe
                D,S1,1.1,1,MPN,M,,
                D,S1,1.1,1,MPN,M,,
                E,S1,1.1,1,MPN,P,,
                """);

        assertThat(code).isEqualTo(1);
        assertThat(out()).isEqualTo("""
                return,standard,score,rag,applicable_criteria
                E,S1,50.0000,RED,1
                E,*,50.0000,RED,1
                """);
        assertThat(err().lines().map(line -> line.split(",")[0] + "," + line.split(",")[1]))
                .containsExactly(
                        "line,field", "3,claimed", "4,claimed", "5,weight", "5,critical", "5,scale", "7,criterion");
    }

    private int run(String input) {
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return Main.run(
                new Console(
                        in,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8)),
                "calc",
                "score",
                "--input",
                "-");
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
