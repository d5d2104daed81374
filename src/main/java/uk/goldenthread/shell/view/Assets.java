package uk.goldenthread.shell.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/// The style sheets and scripts of our pages. Their address holds a digest of what is in them, so that a browser keeps
/// them for good and still never shows a new page with an old script.
@Configuration(proxyBeanMethods = false)
public class Assets implements WebMvcConfigurer {
    private static final String STATIC = "classpath:/static/";
    private static final String VERSION = version();

    /// What comes before the name of a file: `/assets/3f2a90c1d4e7`.
    public static final String ROOT = "/assets/" + VERSION;

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(ROOT + "/**")
                .addResourceLocations(STATIC)
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        // While one node of several is being replaced, a page of one may ask the other: it gets what there is, for
        // once.
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(STATIC)
                .setCacheControl(CacheControl.noStore())
                .resourceChain(false)
                .addResolver(new OfAnotherVersion());
    }

    private static final class OfAnotherVersion extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            int version = path.indexOf('/');
            return version < 0 ? null : super.getResource(path.substring(version + 1), location);
        }
    }

    private static String version() {
        try {
            var resolver = new PathMatchingResourcePatternResolver();
            var digest = MessageDigest.getInstance("SHA-256");
            for (var pattern : new String[] {"golden.*", "js/*.js", "nhsuk/nhsuk-frontend.min.*"}) {
                var files = resolver.getResources(STATIC + pattern);
                Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
                for (var file : files) {
                    digest.update(file.getContentAsByteArray());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
