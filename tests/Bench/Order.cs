using System.Globalization;

namespace WorkflowAccountability.Bench;

/// <summary>What the command line asks for.</summary>
internal sealed record Order(string What, IReadOnlyList<string> Databases, IReadOnlyList<int> Items, string? Json)
{
    private const string Usage = "usage: inbox | overdue [--database CONNECTION] [--items N] [--json FILE] | engine [--database CONNECTION …] [--json FILE]";

    public static Order Read(string[] arguments)
    {
        if (arguments is not ["inbox" or "overdue" or "engine", .. var rest] || rest.Length % 2 != 0)
            throw new ArgumentException(Usage);
        var order = new Order(arguments[0], [], arguments[0] == "overdue" ? [100_000] : [60_000, 1_000_000], null);
        for (var at = 0; at < rest.Length; at += 2)
            order = (rest[at], rest[at + 1]) switch
            {
                ("--database", var connection) => order with { Databases = [.. order.Databases, connection] },
                ("--items", var items) when order.What != "engine" => order with { Items = [int.Parse(items, CultureInfo.InvariantCulture)] },
                ("--json", var file) => order with { Json = file },
                var (name, value) => throw new ArgumentException($"'{name} {value}' is not understood. {Usage}"),
            };
        return order.Databases.Count > 0 ? order : order with { Databases = [$"Data Source={Path.Combine(Path.GetTempPath(), "own.db")}"] };
    }
}
