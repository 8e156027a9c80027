using System.Globalization;

namespace WorkflowAccountability.Bench;

/// <summary>What the command line asks for.</summary>
internal sealed record Order(string Database, int Items, string? Json)
{
    public static Order Read(string[] arguments)
    {
        if (arguments is not ["inbox", .. var rest] || rest.Length % 2 != 0)
            throw new ArgumentException("usage: inbox [--database CONNECTION] [--items N] [--json FILE]");
        var order = new Order($"Data Source={Path.Combine(Path.GetTempPath(), "own.db")}", 1_000_000, null);
        for (var at = 0; at < rest.Length; at += 2)
            order = (rest[at], rest[at + 1]) switch
            {
                ("--database", var connection) => order with { Database = connection },
                ("--items", var items) => order with { Items = int.Parse(items, CultureInfo.InvariantCulture) },
                ("--json", var file) => order with { Json = file },
                var (name, value) => throw new ArgumentException($"'{name} {value}' is not understood."),
            };
        return order;
    }
}
