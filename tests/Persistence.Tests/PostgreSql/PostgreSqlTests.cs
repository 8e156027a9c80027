using System.Data.Common;
using Npgsql;
using WorkflowAccountability.Persistence.Tests.Promises;

namespace WorkflowAccountability.Persistence.Tests.PostgreSql;

public sealed class OnPostgreSql : Node
{
    public const string Variable = "ACCOUNTABILITY_TEST_POSTGRES";

    public static string? Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server ? server : null;

    protected override string? Beside => Server;
}

[NeedsServer(OnPostgreSql.Variable)]
public sealed class PostgreSqlUnitOfWorkTests(OnPostgreSql node) : UnitOfWorkContract(node), IClassFixture<OnPostgreSql>;

[NeedsServer(OnPostgreSql.Variable)]
public sealed class PostgreSqlRefusalTests(OnPostgreSql node) : RefusalContract(node), IClassFixture<OnPostgreSql>;

[NeedsServer(OnPostgreSql.Variable)]
public sealed class PostgreSqlFaultTests(OnPostgreSql node) : FaultContract(node), IClassFixture<OnPostgreSql>
{
    protected override DbException Passing =>
        new PostgresException("deadlock detected", "ERROR", "ERROR", PostgresErrorCodes.DeadlockDetected);
}

[NeedsServer(OnPostgreSql.Variable)]
public sealed class PostgreSqlDeadlineTests(OnPostgreSql node) : DeadlineContract(node), IClassFixture<OnPostgreSql>;

[NeedsServer(OnPostgreSql.Variable)]
public sealed class PostgreSqlDeadlineChangeTests(OnPostgreSql node) : DeadlineChangeContract(node), IClassFixture<OnPostgreSql>;

[NeedsServer(OnPostgreSql.Variable)]
public sealed class PostgreSqlHandoverTests(OnPostgreSql node) : HandoverContract(node), IClassFixture<OnPostgreSql>;

[NeedsServer(OnPostgreSql.Variable)]
public sealed class PostgreSqlInboxTests(OnPostgreSql node) : InboxContract(node), IClassFixture<OnPostgreSql>;

[NeedsServer(OnPostgreSql.Variable)]
public sealed class PostgreSqlCalendarYearTests(OnPostgreSql node) : CalendarYearContract(node), IClassFixture<OnPostgreSql>;

[NeedsServer(OnPostgreSql.Variable)]
public sealed class PostgreSqlOutboxTests(OnPostgreSql node) : OutboxContract(node), IClassFixture<OnPostgreSql>;

[NeedsServer(OnPostgreSql.Variable)]
public sealed class PostgreSqlOversightTests(OnPostgreSql node) : OversightContract(node), IClassFixture<OnPostgreSql>;

[NeedsServer(OnPostgreSql.Variable)]
public sealed class PostgreSqlLedgerTests(OnPostgreSql node) : LedgerContract(node), IClassFixture<OnPostgreSql>;

[NeedsServer(OnPostgreSql.Variable)]
public sealed class PostgreSqlRegisterTests(OnPostgreSql node) : RegisterContract(node), IClassFixture<OnPostgreSql>;

[NeedsServer(OnPostgreSql.Variable)]
public sealed class PostgreSqlLifeTests(OnPostgreSql node) : LifeContract(node), IClassFixture<OnPostgreSql>;

[NeedsServer(OnPostgreSql.Variable)]
public sealed class PostgreSqlSupervisionOrderTests(OnPostgreSql node) : SupervisionOrderContract(node), IClassFixture<OnPostgreSql>;

[NeedsServer(OnPostgreSql.Variable)]
public sealed class PostgreSqlDraftRaceTests(OnPostgreSql node) : DraftRaceContract(node), IClassFixture<OnPostgreSql>;

[NeedsServer(OnPostgreSql.Variable)]
public sealed class PostgreSqlSearchTests(OnPostgreSql node) : SearchContract(node), IClassFixture<OnPostgreSql>;

[NeedsServer(OnPostgreSql.Variable)]
public sealed class PostgreSqlRuntimeTests(OnPostgreSql node) : RuntimeContract(node), IClassFixture<OnPostgreSql>;

[NeedsServer(OnPostgreSql.Variable)]
public sealed class PostgreSqlRaceTests(OnPostgreSql node) : RaceContract(node), IClassFixture<OnPostgreSql>;

[NeedsServer(OnPostgreSql.Variable)]
public sealed class PostgreSqlAuditTests(OnPostgreSql node) : AuditContract(node), IClassFixture<OnPostgreSql>
{
    protected override string Lift(string table) => $"ALTER TABLE \"{table}\" DISABLE TRIGGER USER";

    protected override IEnumerable<string> Removals(string table) => [$"TRUNCATE \"{table}\""];

    protected override string Later(string column) => $"\"{column}\" + interval '1 millisecond'";
}

[NeedsServer(OnPostgreSql.Variable)]
public sealed class PostgreSqlStopTests(OnPostgreSql node) : StopContract(node), IClassFixture<OnPostgreSql>;

public sealed class PostgreSqlRequestTests(OnPostgreSql node) : RequestContract(node), IClassFixture<OnPostgreSql>;

public sealed class PostgreSqlRemedyTests(OnPostgreSql node) : RemedyContract(node), IClassFixture<OnPostgreSql>;

[NeedsServer(OnPostgreSql.Variable)]
public sealed class PostgreSqlReconcileTests(OnPostgreSql node) : ReconcileContract(node), IClassFixture<OnPostgreSql>;

[NeedsServer(OnPostgreSql.Variable)]
public sealed class PostgreSqlVerbPairTests(OnPostgreSql node) : VerbPairContract(node), IClassFixture<OnPostgreSql>;
