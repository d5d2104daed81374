package uk.goldenthread.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Security headers and forgery protection from Spring Security; who may do what from our own interceptor and policy.
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final AccessInterceptor access;
    private final FrameInterceptor frame;
    private final RequestTimes times;

    WebConfiguration(RequestTimes times, AccessInterceptor access, FrameInterceptor frame) {
        this.times = times;
        this.access = access;
        this.frame = frame;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(times).order(-10);
        registry.addInterceptor(access).order(0);
        registry.addInterceptor(frame).order(10);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorArgument());
        resolvers.add(new AsAtArgument());
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("gt_csrf");
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .ignoringRequestMatchers(ActorFilter::isBearer)
                        .ignoringRequestMatchers(WebConfiguration::isOnePressStop))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /// A mail program sends this itself when its owner presses "unsubscribe" (RFC 8058); the secret in the address is
    /// what proves it.
    private static boolean isOnePressStop(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/notifications/mail/stop/");
    }

    /// Keeps Spring Boot from making a user of its own: accounts are ours.
    @Bean
    UserDetailsService noUsers() {
        return name -> {
            throw new UsernameNotFoundException("accounts are not kept here");
        };
    }
}
