package uk.goldenthread.demonstration.plan;

import java.util.List;
import java.util.Random;

/// A stream of chance for one named thing, so that adding another thing changes nothing here.
public final class Chance {
    private final Random random;

    public Chance(long seed, String thing) {
        random = new Random(seed * 1_000_003 + thing.hashCode());
    }

    double around(double mean, double spread) {
        return mean + spread * random.nextGaussian();
    }

    /// A whole number from `low` to `high`, both included.
    public int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /// How many of something rare happen where `mean` do on average.
    int events(double mean) {
        var limit = Math.exp(-mean);
        var product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            count++;
            product *= random.nextDouble();
        }
        return count;
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
