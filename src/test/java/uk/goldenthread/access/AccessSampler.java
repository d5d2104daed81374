package uk.goldenthread.access;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.goldenthread.matrix.Sampler;
import uk.goldenthread.support.Given;

/// An account's token and a role, for the matrix.
@Component
public class AccessSampler implements Sampler {
    private final Accounts accounts;
    private final AccountAdministration administration;

    AccessSampler(Accounts accounts, AccountAdministration administration) {
        this.accounts = accounts;
        this.administration = administration;
    }

    @Override
    public List<Sample> make(Given given, Given.Organisation icb, Given.Organisation provider) {
        var owner = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, provider);
        var administrator = given.person("SYSTEM_ADMINISTRATOR", icb);
        var token = accounts.tokens(owner.actor()).getFirst().id();
        var start = Integer.toString(owner.actor().account());
        var grant = administration.grants(administrator.actor()).getFirst().grant();
        return List.of(
                new Sample("/account/tokens/{id}", Map.of("id", Integer.toString(token)), true),
                new Sample("/accounts/{account", Map.of("account", start), false),
                new Sample("/accounts/roles/{grant}", Map.of("grant", Integer.toString(grant)), false));
    }
}
