using System.Data.Common;
using Microsoft.Data.Sqlite;
using WorkflowAccountability.Persistence.Tests.Promises;

namespace WorkflowAccountability.Persistence.Tests.Sqlite;

public sealed class OnSqlite : Node
{
    public static string File => $"Data Source={Path.Combine(Path.GetTempPath(), "own.db")}";

    protected override string? Beside => File;
}

public sealed class SqliteUnitOfWorkTests(OnSqlite node) : UnitOfWorkContract(node), IClassFixture<OnSqlite>;

public sealed class SqliteRefusalTests(OnSqlite node) : RefusalContract(node), IClassFixture<OnSqlite>;

public sealed class SqliteFaultTests(OnSqlite node) : FaultContract(node), IClassFixture<OnSqlite>
{
    private const int Busy = 5, BusySnapshot = 517;

    protected override DbException Passing => new SqliteException("database is locked", Busy, BusySnapshot);
}

public sealed class SqliteDeadlineTests(OnSqlite node) : DeadlineContract(node), IClassFixture<OnSqlite>;

public sealed class SqliteDeadlineChangeTests(OnSqlite node) : DeadlineChangeContract(node), IClassFixture<OnSqlite>;

public sealed class SqliteHandoverTests(OnSqlite node) : HandoverContract(node), IClassFixture<OnSqlite>;

public sealed class SqliteInboxTests(OnSqlite node) : InboxContract(node), IClassFixture<OnSqlite>;

public sealed class SqliteCalendarYearTests(OnSqlite node) : CalendarYearContract(node), IClassFixture<OnSqlite>;

public sealed class SqliteOutboxTests(OnSqlite node) : OutboxContract(node), IClassFixture<OnSqlite>;

public sealed class SqliteOversightTests(OnSqlite node) : OversightContract(node), IClassFixture<OnSqlite>;

public sealed class SqliteLedgerTests(OnSqlite node) : LedgerContract(node), IClassFixture<OnSqlite>;

public sealed class SqliteRegisterTests(OnSqlite node) : RegisterContract(node), IClassFixture<OnSqlite>;

public sealed class SqliteLifeTests(OnSqlite node) : LifeContract(node), IClassFixture<OnSqlite>;

public sealed class SqliteSupervisionOrderTests(OnSqlite node) : SupervisionOrderContract(node), IClassFixture<OnSqlite>;

public sealed class SqliteDraftRaceTests(OnSqlite node) : DraftRaceContract(node), IClassFixture<OnSqlite>;

public sealed class SqliteSearchTests(OnSqlite node) : SearchContract(node), IClassFixture<OnSqlite>;

public sealed class SqliteRuntimeTests(OnSqlite node) : RuntimeContract(node), IClassFixture<OnSqlite>;

public sealed class SqliteRaceTests(OnSqlite node) : RaceContract(node), IClassFixture<OnSqlite>;

public sealed class SqliteAuditTests(OnSqlite node) : AuditContract(node), IClassFixture<OnSqlite>
{
    protected override string Lift(string table) =>
        string.Concat(((string[])["updated", "deleted", "replaced"]).Select(what => $"DROP TRIGGER \"{table}_keeps_{what}\";"));

    protected override IEnumerable<string> Removals(string table) => [$"REPLACE INTO \"{table}\" SELECT * FROM \"{table}\""];

    protected override string Later(string column) => $"\"{column}\" + 10000";
}

public sealed class SqliteStopTests(OnSqlite node) : StopContract(node), IClassFixture<OnSqlite>;

public sealed class SqliteRequestTests(OnSqlite node) : RequestContract(node), IClassFixture<OnSqlite>;

public sealed class SqliteRemedyTests(OnSqlite node) : RemedyContract(node), IClassFixture<OnSqlite>;

public sealed class SqliteReconcileTests(OnSqlite node) : ReconcileContract(node), IClassFixture<OnSqlite>;

public sealed class SqliteVerbPairTests(OnSqlite node) : VerbPairContract(node), IClassFixture<OnSqlite>;
