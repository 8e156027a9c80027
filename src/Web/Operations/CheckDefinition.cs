using System.Globalization;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Procedure.Lawfulness;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Workflows;

namespace WorkflowAccountability.Web.Operations;

/// <summary>Holds definitions of Elsa 3 against the regulation and says in words what is wrong: <c>check-definition FILE … [--language zh-CN|en]</c>.</summary>
internal static class CheckDefinition
{
    private const long MostBytes = 20 * 1024 * 1024;

    private static readonly string[] languages = ["zh-CN", "en"];

    /// <summary>0: all of them may be published; 1: at least one may not; 2: a file cannot be read, and no file is checked.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, CancellationToken cancellationToken)
    {
        var at = args.ToList().IndexOf("--language");
        var language = at < 0 ? languages[0] : args.ElementAtOrDefault(at + 1);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(languages.Contains(language) ? language! : languages[0]);
        var files = args.Where((_, index) => at < 0 || (index != at && index != at + 1)).ToList();
        if (!languages.Contains(language) || files.Count == 0 || files.Exists(file => file.StartsWith("--", StringComparison.Ordinal)))
            throw new VerbRefusedException(T("File.Usage"));
        if (files.Find(file => !File.Exists(file)) is { } missing)
            throw new VerbRefusedException(T("File.None", missing));
        if (files.Find(file => new FileInfo(file).Length > MostBytes) is { } large)
            throw new VerbRefusedException(T("File.Large", large, MostBytes / 1024 / 1024));
        var definitions = new DefinitionCatalog(new StageCatalog());
        var allMay = true;
        foreach (var file in files)
            allMay &= await CheckAsync(file, await File.ReadAllTextAsync(file, cancellationToken), definitions, output);
        return allMay ? 0 : 1;
    }

    private static async Task<bool> CheckAsync(string file, string json, DefinitionCatalog definitions, TextWriter output)
    {
        var report = definitions.Law.Check(json);
        var faults = report.MayBePublished ? Faults(json, definitions) : [];
        foreach (var said in report.Findings.Select(finding => finding.ToString()).Concat(faults.Select(fault => T("Line.CannotRun", fault))))
            await output.WriteLineAsync(said);
        var (mayBe, count) = (report.MayBePublished && faults.Count == 0, report.Findings.Count + faults.Count);
        await output.WriteLineAsync(T(count == 0 ? "Line.Sound" : mayBe ? "Line.Warned" : "Line.Refused", file, report.HeldAgainst, count));
        return mayBe;
    }

    // The check reads it as the law does; what runs it may know less. Publishing asks both.
    private static IReadOnlyList<Text> Faults(string json, DefinitionCatalog definitions)
    {
        try
        {
            definitions.Reader.Read(DefinitionDocument.Export(json));
            return [];
        }
        catch (InvalidWorkflowDefinitionException broken)
        {
            return [.. broken.Found.Select(FaultWords.Of)];
        }
    }

    private static string T(string key, params IReadOnlyList<object?> arguments) => Text.Of<LawTexts>(key, arguments).ToString();
}
