using System.Text.Json;
using WorkflowAccountability.Procedure.Audit;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Regulation.Book;

namespace WorkflowAccountability.Procedure.Cases.Level;

/// <summary>A later scale that was taken over for a case, as the audit tells it.</summary>
internal sealed record ScaleChange(int Edition, LevelLine Line)
{
    private const string Scales = "classification";

    /// <summary>The changes among audit entries, oldest first.</summary>
    public static IReadOnlyList<ScaleChange> In(IEnumerable<AuditEntry> audit) =>
        [.. audit.Where(entry => entry.Act == nameof(TakeOverRules)).OrderBy(entry => entry.Sequence).Select(Of).OfType<ScaleChange>()];

    private static ScaleChange? Of(AuditEntry entry)
    {
        using var details = JsonDocument.Parse(entry.Details);
        var root = details.RootElement;
        if (root.GetProperty("Kind").GetString() != Scales)
            return null;
        var after = root.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("after").GetString()).FirstOrDefault();
        return new(root.GetProperty("edition").GetInt32(), new LevelLine(entry.At, LevelStep.RulesTaken, after, entry.PostText,
            Text.Of<LevelTexts>("Rules.Taken", root.GetProperty("Citation").GetString(), root.GetProperty("reason").GetString()).ToString()));
    }
}
