package no.forfall.bench;

/**
 * What something cost, or a reading of the meters at one moment.
 *
 * @param sql statements, without those that begin and end transactions
 * @param commits transactions that were begun explicitly
 * @param wal bytes of write-ahead log
 * @param jvm seconds of processor time of the application, or of the client in its place
 * @param postgres seconds of processor time of every process of the server
 * @param seconds by the clock on the wall
 */
record Cost(double sql, double commits, double wal, double jvm, double postgres, double seconds) {

    static final Cost NOTHING = new Cost(0, 0, 0, 0, 0, 0);

    Cost plus(Cost more) {
        return new Cost(
                sql + more.sql,
                commits + more.commits,
                wal + more.wal,
                jvm + more.jvm,
                postgres + more.postgres,
                seconds + more.seconds);
    }

    Cost minus(Cost before) {
        return plus(before.times(-1));
    }

    Cost times(double factor) {
        return new Cost(
                sql * factor, commits * factor, wal * factor, jvm * factor, postgres * factor, seconds * factor);
    }

    double cpu() {
        return jvm + postgres;
    }
}
