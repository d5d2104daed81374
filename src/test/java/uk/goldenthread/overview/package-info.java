/// Home, the assurance map and the provider page, over HTTP.
@org.jspecify.annotations.NullMarked
package uk.goldenthread.overview;
