package uk.goldenthread.whole;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/// Every test that looks at the demonstration, in one process, so that it is made once. Their names end with
/// `DemonstrationTest`, by which the build leaves them to this suite.
@Suite
@SelectPackages("uk.goldenthread")
@IncludeClassNamePatterns(".*DemonstrationTest")
class DemonstrationSuite {}
