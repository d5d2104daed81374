package uk.goldenthread.access;

/// A person tried what their role does not allow. Answered with 403 and written to the ledger.
public class RefusedException extends RuntimeException {
    private final transient Permission permission;

    public RefusedException(Permission permission, String why) {
        super(why);
        this.permission = permission;
    }

    public Permission permission() {
        return permission;
    }
}
