using WorkflowAccountability.Persistence.Tests.PostgreSql;
using WorkflowAccountability.Persistence.Tests.Sqlite;
using WorkflowAccountability.Persistence.Tests.SqlServer;

namespace WorkflowAccountability.Persistence.Tests.Promises;

public sealed class EveryDatabaseTests
{
    [Theory]
    [InlineData(typeof(OnSqlite))]
    [InlineData(typeof(OnPostgreSql))]
    [InlineData(typeof(OnSqlServer))]
    public void What_is_promised_is_promised_on_every_database(Type node)
    {
        var types = typeof(Node).Assembly.GetTypes();
        var contracts = types.Where(type => type.IsAbstract && type.Namespace == typeof(Node).Namespace && type.Name.EndsWith("Contract", StringComparison.Ordinal)).ToList();

        contracts.Count.ShouldBeGreaterThan(8, "the test must see the contracts");
        contracts.Where(contract => !types.Any(type => type.IsSubclassOf(contract) && type.Namespace == node.Namespace)).Select(contract => contract.Name)
            .ShouldBeEmpty("derive a class from the contract beside the database's node");
    }
}
