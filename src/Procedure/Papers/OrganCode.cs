using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Papers;

/// <summary>发文机关代字: under what an organ's documents of this system are numbered from a day on, up to but not including another.</summary>
public sealed record OrganCode(string OrganisationId, string Code, DateOnly ValidFrom, DateOnly? ValidTo, string Basis)
{
    private static readonly Lazy<CodeTable> Shipped = new(() => DataFile.Read<CodeTable>("Papers/organ-codes.json", FaultsOf));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<OrganCode> All => Shipped.Value.Codes;

    /// <summary>The code in force on a day; null for an organ that numbers nothing here.</summary>
    public static string? Of(string organisationId, DateOnly on) =>
        All.SingleOrDefault(row => row.OrganisationId == organisationId && Validity.Covers(row.ValidFrom, row.ValidTo, on))?.Code;

    private static IEnumerable<string> FaultsOf(CodeTable table) =>
    [
        .. table.Codes.SelectMany(row => Validity.FaultsOf(row.OrganisationId, row.ValidFrom, row.ValidTo)),
        .. table.Codes.Where(row => !Citations.IsSound(row.Basis)).Select(row => $"{row.OrganisationId}: '{row.Basis}' is no sound citation."),
        .. table.Codes.SelectMany((row, index) => table.Codes.Skip(index + 1).Where(other => (row.OrganisationId == other.OrganisationId || row.Code == other.Code)
            && Validity.Overlap(row.ValidFrom, row.ValidTo, other.ValidFrom, other.ValidTo)), (row, _) => $"{row.OrganisationId}: two rows hold at once."),
    ];

    private sealed record CodeTable(string Note, IReadOnlyList<OrganCode> Codes);
}
