using System.Globalization;
using WorkflowAccountability.Procedure.Lawfulness;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Web.Operations;

/// <summary>Holds definitions of Elsa 3 against the regulation and says in words what is wrong: <c>check-definition FILE … [--language zh-CN|en]</c>.</summary>
internal static class CheckDefinition
{
    /// <summary>0: all of them may be published; 1: at least one may not; 2: a file cannot be read.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, CancellationToken cancellationToken)
    {
        var at = args.ToList().IndexOf("--language");
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(at >= 0 && at + 1 < args.Count ? args[at + 1] : "zh-CN");
        var files = args.Where((_, index) => at < 0 || (index != at && index != at + 1)).ToList();
        if (files.Count == 0)
            throw new VerbRefusedException("usage: check-definition FILE … [--language zh-CN|en]");
        var check = new StatutoryCheck(new StageCatalog());
        var allMay = true;
        foreach (var file in files)
        {
            if (!File.Exists(file))
                throw new VerbRefusedException($"{file}: there is no such file.");
            var report = check.Check(await File.ReadAllTextAsync(file, cancellationToken));
            foreach (var finding in report.Findings)
                await output.WriteLineAsync(finding.ToString());
            await output.WriteLineAsync(Text.Of<LawTexts>(
                report.Findings.Count == 0 ? "Line.Sound" : report.MayBePublished ? "Line.Warned" : "Line.Refused", file, report.HeldAgainst, report.Findings.Count).ToString());
            allMay &= report.MayBePublished;
        }
        return allMay ? 0 : 1;
    }
}
