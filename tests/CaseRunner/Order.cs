namespace WorkflowAccountability.CaseRunner;

/// <summary>What the command was asked for: <c>[CASE.json …] [--database CONNECTION] [--json OUT] [--schema]</c>.</summary>
/// <param name="IsWhole">Whether all shipped scripts are played: then every stage and every outcome must be visited.</param>
internal sealed record Order(IReadOnlyList<string> Files, bool IsWhole, string? Database, string? Json, bool WritesSchema)
{
    private const string Usage = "usage: scripts/demo [CASE.json …] [--database CONNECTION] [--json OUT] | --schema";

    /// <summary>The scripts that ship with the runner: what is played when none is named.</summary>
    public static IReadOnlyList<string> Shipped =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "cases"), "*.json").Order(StringComparer.Ordinal)];

    public static Order Read(IReadOnlyList<string> arguments)
    {
        var files = new List<string>();
        string? database = null, json = null;
        var writesSchema = false;
        for (var index = 0; index < arguments.Count; index++)
        {
            string Value() => ++index < arguments.Count ? arguments[index]
                : throw new UnusableOrderException($"{arguments[index - 1]} needs a value; {Usage}");
            switch (arguments[index])
            {
                case "--database": database = Value(); break;
                case "--json": json = Value(); break;
                case "--schema": writesSchema = true; break;
                case var option when option.StartsWith('-'): throw new UnusableOrderException($"unknown option '{option}'; {Usage}");
                case var file when !File.Exists(file): throw new UnusableOrderException($"there is no case script '{file}'.");
                case var file: files.Add(file); break;
            }
        }
        return new Order(files.Count > 0 ? files : Shipped, files.Count == 0, database, json, writesSchema);
    }
}

/// <summary>The command line asks for something that cannot be done.</summary>
internal sealed class UnusableOrderException(string message) : Exception(message);
