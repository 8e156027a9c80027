using System.Globalization;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Disclosure;

/// <summary>Why something may be kept from the public, from a day on, up to but not including another.</summary>
public sealed record CutReason(string Code, string Name, string English, string Basis, DateOnly ValidFrom, DateOnly? ValidTo)
{
    /// <summary>The code of the reason that is proposed for names and numbers of persons.</summary>
    public const string Privacy = "Privacy";

    private static readonly Lazy<ReasonTable> Shipped = new(() => DataFile.Read<ReasonTable>("Disclosure/cut-reasons.json", FaultsOf));

    /// <summary>What it is called in the reader's language.</summary>
    public string Shown => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? English : Name;

    /// <summary>The reasons of a day.</summary>
    public static IReadOnlyList<CutReason> On(DateOnly day) => [.. Shipped.Value.Reasons.Where(reason => Validity.Covers(reason.ValidFrom, reason.ValidTo, day))];

    /// <summary>A reason of a day by its code; null where there is none.</summary>
    public static CutReason? Find(string code, DateOnly on) => On(on).SingleOrDefault(reason => reason.Code == code);

    private static IEnumerable<string> FaultsOf(ReasonTable table) =>
    [
        .. table.Reasons.SelectMany(reason => Validity.FaultsOf(reason.Code, reason.ValidFrom, reason.ValidTo)),
        .. table.Reasons.Where(reason => !Citations.IsSound(reason.Basis)).Select(reason => $"{reason.Code}: '{reason.Basis}' is no sound citation."),
        .. table.Reasons.SelectMany((reason, index) => table.Reasons.Skip(index + 1).Where(other => reason.Code == other.Code
            && Validity.Overlap(reason.ValidFrom, reason.ValidTo, other.ValidFrom, other.ValidTo)), (reason, _) => $"{reason.Code}: two rows hold at once."),
    ];

    private sealed record ReasonTable(string Note, IReadOnlyList<CutReason> Reasons);
}
