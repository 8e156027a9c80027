using System.Data.Common;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Data.SqlClient;
using WorkflowAccountability.Persistence.Tests.Promises;
using WorkflowAccountability.Persistence.Tests.Start;

namespace WorkflowAccountability.Persistence.Tests.SqlServer;

public sealed class OnSqlServer : Node
{
    public const string Variable = "ACCOUNTABILITY_TEST_SQLSERVER", How = "name a server: scripts/test --sqlserver 'Server=…;User Id=…;Password=…'.";

    public static string? Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server ? server : null;

    protected override string? Beside => Server;
}

[NeedsServer(OnSqlServer.Variable, OnSqlServer.How)]
public sealed class SqlServerUnitOfWorkTests(OnSqlServer node) : UnitOfWorkContract(node), IClassFixture<OnSqlServer>;

[NeedsServer(OnSqlServer.Variable, OnSqlServer.How)]
public sealed class SqlServerRefusalTests(OnSqlServer node) : RefusalContract(node), IClassFixture<OnSqlServer>;

[NeedsServer(OnSqlServer.Variable, OnSqlServer.How)]
public sealed class SqlServerFaultTests(OnSqlServer node) : FaultContract(node), IClassFixture<OnSqlServer>
{
    protected override DbException Passing => SqlErrors.Of(number: 1205);

    protected override string InsertIntoAudit => "INSERT INTO [Audit]";
}

[NeedsServer(OnSqlServer.Variable, OnSqlServer.How)]
public sealed class SqlServerDeadlineTests(OnSqlServer node) : DeadlineContract(node), IClassFixture<OnSqlServer>;

[NeedsServer(OnSqlServer.Variable, OnSqlServer.How)]
public sealed class SqlServerHandoverTests(OnSqlServer node) : HandoverContract(node), IClassFixture<OnSqlServer>;

[NeedsServer(OnSqlServer.Variable, OnSqlServer.How)]
public sealed class SqlServerInboxTests(OnSqlServer node) : InboxContract(node), IClassFixture<OnSqlServer>;

[NeedsServer(OnSqlServer.Variable, OnSqlServer.How)]
public sealed class SqlServerDeadlineChangeTests(OnSqlServer node) : DeadlineChangeContract(node), IClassFixture<OnSqlServer>;

[NeedsServer(OnSqlServer.Variable, OnSqlServer.How)]
public sealed class SqlServerCalendarYearTests(OnSqlServer node) : CalendarYearContract(node), IClassFixture<OnSqlServer>;

[NeedsServer(OnSqlServer.Variable, OnSqlServer.How)]
public sealed class SqlServerOutboxTests(OnSqlServer node) : OutboxContract(node), IClassFixture<OnSqlServer>;

[NeedsServer(OnSqlServer.Variable, OnSqlServer.How)]
public sealed class SqlServerOversightTests(OnSqlServer node) : OversightContract(node), IClassFixture<OnSqlServer>;

[NeedsServer(OnSqlServer.Variable, OnSqlServer.How)]
public sealed class SqlServerLedgerTests(OnSqlServer node) : LedgerContract(node), IClassFixture<OnSqlServer>;

[NeedsServer(OnSqlServer.Variable, OnSqlServer.How)]
public sealed class SqlServerRegisterTests(OnSqlServer node) : RegisterContract(node), IClassFixture<OnSqlServer>;

[NeedsServer(OnSqlServer.Variable, OnSqlServer.How)]
public sealed class SqlServerLifeTests(OnSqlServer node) : LifeContract(node), IClassFixture<OnSqlServer>;

[NeedsServer(OnSqlServer.Variable, OnSqlServer.How)]
public sealed class SqlServerSupervisionOrderTests(OnSqlServer node) : SupervisionOrderContract(node), IClassFixture<OnSqlServer>;

[NeedsServer(OnSqlServer.Variable, OnSqlServer.How)]
public sealed class SqlServerDraftRaceTests(OnSqlServer node) : DraftRaceContract(node), IClassFixture<OnSqlServer>;

[NeedsServer(OnSqlServer.Variable, OnSqlServer.How)]
public sealed class SqlServerSearchTests(OnSqlServer node) : SearchContract(node), IClassFixture<OnSqlServer>;

[NeedsServer(OnSqlServer.Variable, OnSqlServer.How)]
public sealed class SqlServerRuntimeTests(OnSqlServer node) : RuntimeContract(node), IClassFixture<OnSqlServer>;

[NeedsServer(OnSqlServer.Variable, OnSqlServer.How)]
public sealed class SqlServerRaceTests(OnSqlServer node) : RaceContract(node), IClassFixture<OnSqlServer>;

[NeedsServer(OnSqlServer.Variable, OnSqlServer.How)]
public sealed class SqlServerAuditTests(OnSqlServer node) : AuditContract(node), IClassFixture<OnSqlServer>
{
    protected override string Lift(string table) => $"DISABLE TRIGGER ALL ON [{table}]";

    protected override string Longer(string column) => $"\"{column}\" + N'。'";

    protected override string Negated(string column) => $"1 - \"{column}\"";

    protected override string Later(string column) => $"DATEADD(millisecond, 1, \"{column}\")";
}

[NeedsServer(OnSqlServer.Variable, OnSqlServer.How)]
public sealed class SqlServerStartTests : StartContract
{
    protected override string Beside => OnSqlServer.Server!;
}

/// <summary>SqlClient lets nobody make its exceptions.</summary>
internal static class SqlErrors
{
    public static SqlException Of(int number)
    {
        var maker = typeof(SqlError).GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance)
            .First(maker => maker.GetParameters()[0].ParameterType == typeof(int));
        var error = maker.Invoke([number, .. maker.GetParameters().Skip(1).Select(parameter => Empty(parameter.ParameterType))]);
        var errors = (SqlErrorCollection)Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        Private(typeof(SqlErrorCollection), "Add").Invoke(errors, [error]);
        return (SqlException)typeof(SqlException).GetMethods(BindingFlags.NonPublic | BindingFlags.Static)
            .First(method => method.Name == "CreateException" && method.GetParameters() is [var first, var second]
                && first.ParameterType == typeof(SqlErrorCollection) && second.ParameterType == typeof(string)).Invoke(null, [errors, "16.0"])!;
    }

    private static object? Empty(Type type) => type == typeof(string) ? "" : type.IsValueType ? RuntimeHelpers.GetUninitializedObject(type) : null;

    private static MethodInfo Private(Type type, string name) =>
        type.GetMethod(name, BindingFlags.NonPublic | BindingFlags.Instance) ?? throw new MissingMethodException(type.Name, name);
}

[NeedsServer(OnSqlServer.Variable, OnSqlServer.How)]
public sealed class SqlServerStopTests(OnSqlServer node) : StopContract(node), IClassFixture<OnSqlServer>;

[NeedsServer(OnSqlServer.Variable, OnSqlServer.How)]
public sealed class SqlServerRequestTests(OnSqlServer node) : RequestContract(node), IClassFixture<OnSqlServer>;

[NeedsServer(OnSqlServer.Variable, OnSqlServer.How)]
public sealed class SqlServerRemedyTests(OnSqlServer node) : RemedyContract(node), IClassFixture<OnSqlServer>;

[NeedsServer(OnSqlServer.Variable, OnSqlServer.How)]
public sealed class SqlServerReconcileTests(OnSqlServer node) : ReconcileContract(node), IClassFixture<OnSqlServer>;

[NeedsServer(OnSqlServer.Variable, OnSqlServer.How)]
public sealed class SqlServerVerbPairTests(OnSqlServer node) : VerbPairContract(node), IClassFixture<OnSqlServer>;
