using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Remedies;

/// <summary>Within what time, and where, somebody may appeal against a kind of measure.</summary>
/// <param name="Category">The measures it is for.</param>
/// <param name="Period">From the day after the decision was served.</param>
/// <param name="To">To whom.</param>
public sealed record AppealWindow(
    string Id, MeasureCategory Category, Period Period, string To, Period Decision, string Basis, DateOnly ValidFrom, DateOnly? ValidTo, string? Doubt = null);

/// <summary>参照其他法律法规: the regulation knows no appeal; other laws give one, and each measure its own.</summary>
public sealed record AppealWindows(IReadOnlyList<AppealWindow> Windows)
{
    private static readonly Lazy<AppealWindows> ReadOnce = new(() => DataFile.Read<AppealWindows>("Ledgers/Remedies/appeals.json", windows => windows.Faults()));

    public static AppealWindows Shipped => ReadOnce.Value;

    /// <summary>The window for a measure served on a day; null where no rule is known.</summary>
    public AppealWindow? Find(string measureCode, DateOnly servedOn) => MeasureCatalogue.Shipped.Measures.FirstOrDefault(kind => kind.Code == measureCode) is { } kind
        ? Windows.FirstOrDefault(window => window.Category == kind.Category && Validity.Covers(window.ValidFrom, window.ValidTo, servedOn)) : null;

    /// <summary>Everything in the table that contradicts itself.</summary>
    public IEnumerable<string> Faults() =>
    [
        .. Windows.SelectMany(window => Validity.FaultsOf(window.Id, window.ValidFrom, window.ValidTo)),
        .. Windows.Where(window => !Citations.IsSound(window.Basis)).Select(window => $"{window.Id}: '{window.Basis}' is no sound citation."),
        .. Windows.SelectMany((window, at) => Windows.Skip(at + 1).Where(other => other.Category == window.Category
            && Validity.Overlap(window.ValidFrom, window.ValidTo, other.ValidFrom, other.ValidTo)), (window, _) => $"{window.Id}: two windows hold at once."),
    ];
}
