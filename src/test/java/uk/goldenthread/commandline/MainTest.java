package uk.goldenthread.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void clocksComeOutWithDueDateUnitAndStatus() {
        int code = run("""
                id,clock,start,pauses,as_of
                1,RR-15,2026-04-02,,2026-04-21
                2,CDR-N24,2026-10-24T14:30:00+01:00,,
                3,CDR-P6M,2025-09-15,2025-11-03/2026-04-20,2026-01-01
                4,-P7WD,2027-04-07,,
                5,LAC-IHA,2026-03-16,,2026-03-30
                """, "calc", "clocks", "--input", "-");

        assertThat(err()).isEmpty();
        assertThat(code).isZero();
        assertThat(out()).isEqualTo("""
                id,clock,due,unit,status
                1,RR-15,2026-04-27,WD,AMBER
                2,CDR-N24,2026-10-25T13:30:00+00:00,h,
                3,CDR-P6M,2026-08-30,m,PAUSED
                4,-P7WD,2027-03-25,WD,
                5,LAC-IHA,2026-04-15,WD,AMBER
                """);
    }

    @Test
    void badRowsAreListedWithLineFieldAndMessageAndTheOthersAreStillWorkedOut() {
        int code = run("""
                id,clock,start,pauses
                1,NOPE,2026-04-02,
                2,P5WD,soon,
                3,PT48H,2026-04-02,
                4,P5D,2026-04-02,2026-04-05/2026-04-04
                5,P5D,2026-04-02,
                6,P5WD,2031-01-02,
                """, "calc", "clocks", "--input", "-");

        assertThat(code).isEqualTo(1);
        assertThat(out()).isEqualTo("id,clock,due,unit,status\n5,P5D,2026-04-07,d,\n");
        assertThat(err().lines().map(line -> line.split(",")[0] + "," + line.split(",")[1]))
                .containsExactly("line,field", "2,clock", "3,start", "4,start", "5,pauses", "7,start");
    }

    @Test
    void whatIsGivenWronglyIsSaidInOneLine(@TempDir Path folder) throws IOException {
        var rest = Files.writeString(folder.resolve("rest.csv"), "id,clock,start,pauses\n\"1,P5WD,2026-04-02\n");
        var none = folder.resolve("none");

        assertThat(run("", "nonsense")).isEqualTo(2);
        assertThat(run("", "calc", "clocks")).isEqualTo(2);
        assertThat(run("", "calc", "clocks", "--input", rest.toString())).isEqualTo(1);
        assertThat(run("", "calc", "clocks", "--input", "-", "--output", none + "/out.csv"))
                .isEqualTo(1);
        assertThat(run("number\n", "check", "nhs-number", "--input", "-", "--output", none + "/out.csv"))
                .isEqualTo(2);
        assertThat(run("", "restore", none.toString(), "--data", none.toString()))
                .isEqualTo(1);

        assertThat(err().lines())
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("'nonsense'. See goldenthread --help"),
                        line -> assertThat(line).endsWith("'--input=<input>'. See goldenthread calc clocks --help"),
                        line -> assertThat(line)
                                .contains("is not a CSV file: (")
                                .doesNotContain("Exception"),
                        line -> assertThat(line).isEqualTo("line,field,message"),
                        line -> assertThat(line).isEqualTo("1,id,the file has no such column"),
                        line -> assertThat(line).endsWith("out.csv cannot be written: there is no such folder"),
                        line -> assertThat(line).isEqualTo("There is no backup to read in " + none + "."));
        assertThat(none)
                .as("no database is made for a backup that is not there")
                .doesNotExist();
    }

    @Test
    void theVersionIsSaidByTheWholeAndByEachCommand() {
        assertThat(run("", "--version")).isZero();
        assertThat(run("", "calc", "--version")).isZero();
        assertThat(run("", "calc", "clocks", "--version")).isZero();
        assertThat(out().lines()).hasSize(3).allMatch(line -> line.startsWith("Golden Thread "));
    }

    @Test
    void aResultThatIsLostOnItsWayDoesNotEndLikeOneThatArrived() {
        assertThat(endedWhen("No space left on device")).isEqualTo(2);
        assertThat(err())
                .isEqualTo("Standard output cannot be written: No space left on device" + System.lineSeparator());
        assertThat(endedWhen("Broken pipe")).as("the reader has all it wants").isZero();
    }

    private int endedWhen(String failure) {
        var standard = new StandardOutput(new java.io.OutputStream() {
            @Override
            public void write(int single) throws IOException {
                throw new IOException(failure);
            }
        });
        try (var lost = new PrintStream(standard, true, StandardCharsets.UTF_8)) {
            lost.println("number,valid,reason");
        }
        return standard.ended(0, new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void spcWritesAPointARowAndAnIconRowASeries(@TempDir Path folder) throws IOException {
        var values = "1,2,1,2,10,1,2,1,2,1,2,1,2,1,2,1,2,1".split(",");
        var input = new StringBuilder("\uFEFFseries,period,value,target,direction,screen_outliers\n");
        for (int i = 0; i < values.length; i++) {
            input.append("V1,%d,%s,8,-,false\n".formatted(i, values[i]));
        }
        var icons = folder.resolve("icons.csv");
        int code = run(input.toString(), "calc", "spc", "--input", "-", "--icons", icons.toString());

        assertThat(code).as(err()).isZero();
        assertThat(out().lines().toList().get(5))
                .startsWith("V1,4,10,0,1.94444444444444,-3.06")
                .endsWith(",OUTSIDE,HIGH");
        assertThat(out().lines().toList().get(6)).endsWith(",COMMON_CAUSE,");
        assertThat(icons).hasContent("series,variation,assurance,points,warning\nV1,COMMON_CAUSE,PASS,18,\n");
    }

    @Test
    void suppressHidesSmallCountsAndTheCellThatWouldGiveThemAway() {
        var table = "table,row,value\nT,a,3\nT,b,12\nT,c,0\nT,d,7\nT,e,25\nT,total,47\n";
        int code = run(table, "calc", "suppress", "--input", "-", "--profile", "unrounded");

        assertThat(code).isZero();
        assertThat(out()).isEqualTo("table,row,value\nT,a,<5\nT,b,12\nT,c,0\nT,d,*\nT,e,25\nT,total,47\n");
    }

    @Test
    void nhsNumbersAreCheckedOneALine() {
        int code = run("943 476 5919\n1234567890\n", "check", "nhs-number", "--input", "-");

        assertThat(code).isEqualTo(1);
        assertThat(out()).startsWith("number,valid,reason\n943 476 5919,true,\n1234567890,false,");
    }

    @Test
    void wrongUsageIsTwoAndAnUnreadableFileOneLine(@TempDir Path folder) throws IOException {
        assertThat(run("", "calc", "clocks")).isEqualTo(2);
        assertThat(run("", "calc")).isEqualTo(2);
        assertThat(run("", "nonsense")).isEqualTo(2);
        assertThat(run(
                        "",
                        "calc",
                        "clocks",
                        "--input",
                        folder.resolve("none.csv").toString()))
                .isEqualTo(2);
        assertThat(run("", "calc", "suppress", "--input", "-", "--profile", "secret"))
                .isEqualTo(2);
        assertThat(run("id,start\n1,2\n", "calc", "clocks", "--input", "-")).isEqualTo(1);
        var latin = folder.resolve("latin.csv");
        Files.write(latin, "id,clock\n\u00e9,x".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(run("", "calc", "clocks", "--input", latin.toString())).isEqualTo(1);
        assertThat(run("", "--help")).isZero();
    }

    private int run(String input, String... args) {
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return Main.run(new Console(in, stream(out), stream(err)), args);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
