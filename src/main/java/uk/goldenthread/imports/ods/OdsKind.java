package uk.goldenthread.imports.ods;

/// What kind of place an organisation of the ODS files is. Practices take it from their prescribing setting, of which
/// only the settings whose meaning is certain are told apart; what the trusts file lists is a trust.
public enum OdsKind {
    GP_PRACTICE,
    WALK_IN_CENTRE,
    OUT_OF_HOURS,
    COMMUNITY_SERVICE,
    HOSPITAL_SERVICE,
    URGENT_CARE,
    HOSPICE,
    CARE_HOME,
    SECURE_SETTING,
    TRUST,
    OTHER;

    /// The kind for a prescribing setting: a number until about 2024, a role code (RO76) since.
    static OdsKind ofSetting(String setting) {
        return switch (setting) {
            case "4", "RO76" -> GP_PRACTICE;
            case "1", "3" -> WALK_IN_CENTRE;
            case "2" -> OUT_OF_HOURS;
            case "9" -> COMMUNITY_SERVICE;
            case "10" -> HOSPITAL_SERVICE;
            case "12" -> URGENT_CARE;
            case "13" -> HOSPICE;
            case "14" -> CARE_HOME;
            case "16", "17", "18", "25" -> SECURE_SETTING;
            default -> OTHER;
        };
    }
}
