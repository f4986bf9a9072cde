package no.forfall.agency;

import java.util.UUID;

/**
 * Something for the agency.
 *
 * @param key the agency recognises it: the same key is the same message
 * @param file its name where files are exchanged
 * @param path where it is posted, below the agency's address; empty for a package
 */
record AgencyMessage(UUID key, String file, String path, String json) {

    static AgencyMessage handOver(UUID key, String json) {
        return new AgencyMessage(key, key + ".json", "", json);
    }

    static AgencyMessage withdrawal(Notices.Kept notice) {
        UUID handover = notice.handover();
        return new AgencyMessage(
                notice.key(), handover + "-withdrawal.json", "/" + handover + "/withdrawal", notice.body());
    }

    static AgencyMessage report(Notices.Kept notice) {
        UUID handover = notice.handover();
        String file = handover + "-report-" + notice.key() + ".json";
        return new AgencyMessage(notice.key(), file, "/" + handover + "/reports", notice.body());
    }
}
