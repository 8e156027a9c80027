using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Cases;

/// <summary>第九条第（四）项, 第十条第一句: a handling proposal for one party: one measure in exact words. Both keys decide each of them.</summary>
public sealed record Proposal
{
    /// <summary>Unique in the case: H1, H2 … from the investigation team, S1, S2 … from the supervision team.</summary>
    [Field("内部环节", ReadOnly = true)]
    public string? Id { get; init; }

    /// <summary>第十条第一句: whether a number is one of the supervision team's opinions, which stay behind the wall.</summary>
    public static bool IsSupervisions(string proposalId) => proposalId.StartsWith('S');

    /// <summary>The unit or person that it falls on.</summary>
    [Field("第九条第（四）项", From = ChoiceList.Parties), Required]
    public string PartyId { get; init; } = "";

    /// <summary>The measure's code (第十三条).</summary>
    [Field("第十三条", From = ChoiceList.Measures), Required]
    public string Measure { get; init; } = "";

    /// <summary>The words to be decided.</summary>
    [Field("第九条第（四）项", Multiline = true), Required, StringLength(2000)]
    public string Text { get; init; } = "";

    /// <summary>The law or rule it rests on.</summary>
    [Field("第九条第（四）项"), Required, StringLength(500)]
    public string Basis { get; init; } = "";
}
