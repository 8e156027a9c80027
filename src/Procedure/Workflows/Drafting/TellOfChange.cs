using System.Globalization;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Workflows.Comparing;

namespace WorkflowAccountability.Procedure.Workflows.Drafting;

/// <summary>内部环节: the offices whose steps differ are told from which day on, and where they read what differs.</summary>
internal static class TellOfChange
{
    public static void Write(CommandScope scope, WorkflowDefinitionVersion before, WorkflowDefinitionVersion after)
    {
        var reader = scope.Machinery.Definitions.Reader;
        var difference = DefinitionDifference.Of(reader.Read(DefinitionDocument.Export(before.Json)), reader.Read(DefinitionDocument.Export(after.Json)), scope.Machinery.Stages);
        var page = $"/definitions/{after.DefinitionId}/difference?from={before.Version}&to={after.Version}";
        var day = after.EffectiveFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var role in difference.Roles)
            scope.Announce(new Recipient(role), Text.Of<DraftingTexts>("Notice.Changed", after.Name, after.Version, day), $"{after.Id}>{role}", page);
    }
}
