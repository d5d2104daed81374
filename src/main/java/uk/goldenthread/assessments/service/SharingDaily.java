package uk.goldenthread.assessments.service;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import uk.goldenthread.notify.DailyJob;

/// Brings shared returns to ICBs that began to ask after they were shared.
@Component
class SharingDaily implements DailyJob {
    private final Sharing sharing;

    SharingDaily(Sharing sharing) {
        this.sharing = sharing;
    }

    @Override
    public String name() {
        return "assessments.sharing";
    }

    @Override
    public void run(int icb, LocalDate today) {
        sharing.bring(icb);
    }
}
