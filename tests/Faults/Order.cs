using System.Globalization;

namespace WorkflowAccountability.Faults;

/// <summary>What the command line asks for.</summary>
internal sealed record Order(string Verb, IReadOnlyList<string> Databases, int Count, int KillAt, bool WithoutTransaction, int Years = 2, int Cases = 1000,
    int Seed = 1)
{
    /// <summary>Reads it; <c>--database</c> may stand several times, one product each.</summary>
    public static Order Read(string[] arguments)
    {
        if (arguments is not [("crash-test" or "races" or "simulate" or "host") and var verb, .. var rest] || rest.Length % 2 != 0)
            throw new ArgumentException(
                "usage: crash-test [--database CONNECTION]… [--seed-bug no-transaction] | races [--count N] [--database CONNECTION]…"
                + " | simulate [--years N] [--cases N] [--seed N] [--database CONNECTION]…");
        var order = new Order(verb, [], Count: 200, KillAt: 0, WithoutTransaction: false);
        for (var at = 0; at < rest.Length; at += 2)
            order = (rest[at], rest[at + 1]) switch
            {
                ("--database", var connection) => order with { Databases = [.. order.Databases, connection] },
                ("--count", var count) => order with { Count = int.Parse(count, CultureInfo.InvariantCulture) },
                ("--years", var years) => order with { Years = int.Parse(years, CultureInfo.InvariantCulture) },
                ("--cases", var cases) => order with { Cases = int.Parse(cases, CultureInfo.InvariantCulture) },
                ("--seed", var seed) => order with { Seed = int.Parse(seed, CultureInfo.InvariantCulture) },
                ("--kill-at", var point) => order with { KillAt = int.Parse(point, CultureInfo.InvariantCulture) },
                ("--seed-bug", "no-transaction") => order with { WithoutTransaction = true },
                var (name, value) => throw new ArgumentException($"'{name} {value}' is not understood."),
            };
        return order.Databases.Count > 0 ? order : order with { Databases = [$"Data Source={Path.Combine(Path.GetTempPath(), "own.db")}"] };
    }
}
