namespace WorkflowAccountability.Persistence.Tests.SqlServer;

public sealed class SqlServerTests
{
    [Fact(Skip = "There is no provider for SQL Server yet, and no server can be started here; derive the contracts when both are there.")]
    public void The_contracts_hold_on_SQL_Server() => throw new InvalidOperationException("There is no provider for SQL Server.");
}
