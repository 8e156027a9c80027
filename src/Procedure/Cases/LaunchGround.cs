using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Cases;

/// <summary>第六条: the items under which an investigation is launched, by their exact citations.</summary>
public static class LaunchGround
{
    /// <summary>The region's environment is below its standard, and problems are prominent or the state has clearly worsened.</summary>
    public const string RegionalQuality = "第六条第（一）项";

    /// <summary>A pollution event of level Ⅲ or above (第十六条第一款).</summary>
    public const string PollutionEvent = "第六条第（二）项";

    /// <summary>Serious dereliction, or a sensitive problem mishandled.</summary>
    public const string Dereliction = "第六条第（三）项";

    /// <summary>The state or the region punishes the prefecture for a serious violation.</summary>
    public const string SuperiorMeasure = "第六条第（四）项";

    /// <summary>The region holds the prefecture to account.</summary>
    public const string HeldToAccount = "第六条第（五）项";

    /// <summary>A major deployment was not carried out.</summary>
    public const string Deployment = "第六条第（六）项";

    /// <summary>Other situations.</summary>
    public const string Other = "第六条第（七）项";

    /// <summary>The seven items.</summary>
    public static IReadOnlyList<string> All { get; } =
        [RegionalQuality, PollutionEvent, Dereliction, SuperiorMeasure, HeldToAccount, Deployment, Other];
}

/// <summary>An item of 第六条 that somebody holds to be met, with the facts in words.</summary>
public sealed record ClaimedGround
{
    [Field("第六条", From = ChoiceList.LaunchGrounds), Required]
    public string Item { get; init; } = "";

    [Field("第六条", Multiline = true), StringLength(2000)]
    public string? Facts { get; init; }
}
