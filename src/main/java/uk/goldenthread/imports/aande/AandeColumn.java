package uk.goldenthread.imports.aande;

/// The figures of the monthly file, each found by its heading. "Type 1" is a consultant-led 24-hour department.
public enum AandeColumn {
    ATTENDANCES_TYPE_1("A&E attendances Type 1"),
    ATTENDANCES_TYPE_2("A&E attendances Type 2"),
    ATTENDANCES_OTHER("A&E attendances Other A&E Department"),
    BOOKED_TYPE_1("A&E attendances Booked Appointments Type 1"),
    BOOKED_TYPE_2("A&E attendances Booked Appointments Type 2"),
    BOOKED_OTHER("A&E attendances Booked Appointments Other Department"),
    OVER_4_HOURS_TYPE_1("Attendances over 4hrs Type 1"),
    OVER_4_HOURS_TYPE_2("Attendances over 4hrs Type 2"),
    OVER_4_HOURS_OTHER("Attendances over 4hrs Other Department"),
    OVER_4_HOURS_BOOKED_TYPE_1("Attendances over 4hrs Booked Appointments Type 1"),
    OVER_4_HOURS_BOOKED_TYPE_2("Attendances over 4hrs Booked Appointments Type 2"),
    OVER_4_HOURS_BOOKED_OTHER("Attendances over 4hrs Booked Appointments Other Department"),
    WAITED_4_TO_12_HOURS_FROM_DECISION("Patients who have waited 4-12 hs from DTA to admission"),
    WAITED_OVER_12_HOURS_FROM_DECISION("Patients who have waited 12+ hrs from DTA to admission"),
    ADMISSIONS_TYPE_1("Emergency admissions via A&E - Type 1"),
    ADMISSIONS_TYPE_2("Emergency admissions via A&E - Type 2"),
    ADMISSIONS_OTHER("Emergency admissions via A&E - Other A&E department"),
    OTHER_ADMISSIONS("Other emergency admissions");

    private final String heading;

    AandeColumn(String heading) {
        this.heading = heading;
    }

    /// The heading as NHS England writes it.
    public String heading() {
        return heading;
    }
}
