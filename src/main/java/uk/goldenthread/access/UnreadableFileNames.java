package uk.goldenthread.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers a file whose name holds the character U+0000: the server refuses to read the whole form, with an error that
/// would look like ours.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreadableFileNames extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (InvalidFileNameException _) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
