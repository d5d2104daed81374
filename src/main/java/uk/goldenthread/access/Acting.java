package uk.goldenthread.access;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Who acts in the running request, and as at which instant its page is shown: for what a page needs after its unit of
/// work.
@Component
public class Acting {
    /// A person, and the instant they look at.
    public record Looking(Actor actor, AsAt asAt) {}

    /// Empty outside a request, and where nobody is signed in.
    public Optional<Looking> now() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return Optional.empty();
        }
        var request = attributes.getRequest();
        return Optional.ofNullable(ActorFilter.found(request))
                .map(found -> new Looking(found.actor(), AsAtArgument.shown(request)));
    }
}
