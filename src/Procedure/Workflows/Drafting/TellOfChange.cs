using System.Globalization;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Workflows.Comparing;

namespace WorkflowAccountability.Procedure.Workflows.Drafting;

/// <summary>内部环节: the offices whose steps differ are told from which day on, what differs for them, and where they read all of it.</summary>
internal static class TellOfChange
{
    // What is more is read on the page that the notice leads to.
    private const int MostSentences = 5;

    public static void Write(CommandScope scope, WorkflowDefinitionVersion before, WorkflowDefinitionVersion after)
    {
        var reader = scope.Machinery.Definitions.Reader;
        var difference = DefinitionDifference.Of(reader.Read(DefinitionDocument.Export(before.Json)), reader.Read(DefinitionDocument.Export(after.Json)), scope.Machinery.Stages);
        var page = $"/definitions/{after.DefinitionId}/difference?from={before.Version}&to={after.Version}";
        var day = after.EffectiveFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var role in difference.Roles)
            scope.Announce(new Recipient(role), Text.Of<DraftingTexts>("Notice.Differs", after.Name, after.Version, day, For(role, difference)), $"{after.Id}>{role}", page);
    }

    private static Said For(string role, DefinitionDifference difference)
    {
        var words = difference.Changes.Where(change => change.Roles.Contains(role)).Select(change => change.Words).ToList();
        IEnumerable<Text> told = words.Count <= MostSentences ? words : [.. words.Take(MostSentences - 1), Text.Of<DraftingTexts>("Notice.More", words.Count - MostSentences + 1)];
        return new Said(culture => string.Join(Said.IsChinese(culture) ? "" : " ", told.Select(sentence => sentence.In(culture))));
    }
}
