package uk.goldenthread.demonstration.plan;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The ICB next door, which two of the demonstration's trusts belong to as well, so that sharing can be seen from both
/// sides.
///
/// @param icb its code
/// @param trusts codes of what it assures too
/// @param accounts its own people, offered on the sign-in page
/// @param both people of those trusts, who act for each of the two ICBs in turn
/// @param posts who holds which post there
public record Neighbour(
        String icb,
        List<String> trusts,
        List<PlannedAccount> accounts,
        List<PlannedAccount> both,
        List<PlannedPost> posts) {
    /// On the border, and working for children of both sides.
    private static final List<String> TRUSTS = List.of(Stories.DECLINING_TRUST, Stories.RECOVERED_TRUST);

    static final List<PlannedAccount> ACCOUNTS = List.of(
            People.account("Ffion Meredith", "DESIGNATED_NURSE", Organisations.NEIGHBOUR),
            People.account("Dariusz Kowal", "SAFEGUARDING_COORDINATOR", Organisations.NEIGHBOUR));

    private static final Map<String, String> HOLDERS = Map.of("DN-SC", "Ffion Meredith");

    /// @param posts at the demonstration's own ICB and whom it assures: the trusts' people are the same on both sides
    /// @param planned the neighbour's own
    static Neighbour of(List<PlannedPost> posts, List<PlannedPost> planned) {
        var both = Stream.concat(People.ACCOUNTS.stream(), People.COLLEAGUES.stream())
                .filter(person -> TRUSTS.contains(person.organisation()))
                .toList();
        var own = planned.stream().map(Neighbour::held);
        var trusts = posts.stream().filter(post -> TRUSTS.contains(post.organisation()));
        return new Neighbour(
                Organisations.NEIGHBOUR,
                TRUSTS,
                ACCOUNTS,
                both,
                Stream.concat(own, trusts).toList());
    }

    private static PlannedPost held(PlannedPost post) {
        return new PlannedPost(
                post.organisation(),
                post.post(),
                HOLDERS.getOrDefault(post.post(), post.holder()),
                post.since(),
                post.until());
    }
}
