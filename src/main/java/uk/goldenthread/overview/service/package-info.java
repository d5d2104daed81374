/// What Home, the map and the provider page are made of.
@NullMarked
package uk.goldenthread.overview.service;

import org.jspecify.annotations.NullMarked;
