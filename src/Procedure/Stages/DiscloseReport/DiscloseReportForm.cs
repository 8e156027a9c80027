using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.DiscloseReport;

/// <summary>Where the public reads the report.</summary>
public enum DisclosureChannel
{
    /// <summary>政府网站.</summary>
    GovernmentWebsite,

    /// <summary>政府公报.</summary>
    Gazette,

    /// <summary>报刊、广播、电视.</summary>
    PressOrBroadcast,

    /// <summary>新闻发布会.</summary>
    PressConference,

    /// <summary>其他便于公众知晓的方式.</summary>
    Other,
}

public sealed record DiscloseReportForm
{
    [Field("第十一条第一款第二句"), Required]
    public DisclosureChannel? Channel { get; init; }

    [Field("第十一条第一款第二句"), Required, StringLength(500)]
    public string Address { get; init; } = "";

    [Field("第十一条第一款第二句"), Required]
    public DateOnly? PublishedOn { get; init; }

    [Field("第十一条第一款第二句", Multiline = true), Required, StringLength(100000)]
    public string Edition { get; init; } = "";

    [Field("第十一条第一款第二句", From = ChoiceList.Editions), StringLength(32)]
    public string? PublicEdition { get; init; }

    [Field("参照《中华人民共和国政府信息公开条例》第三十七条")]
    public List<Redaction> Redactions { get; init; } = [];

    [Field("参照《中华人民共和国政府信息公开条例》第十七条", From = ChoiceList.People), Required]
    public string SecrecyReviewerId { get; init; } = "";

    [Field("参照《中华人民共和国政府信息公开条例》第十七条"), Required]
    public DateOnly? SecrecyReviewedOn { get; init; }

    [Field("第十一条第一款第二句"), Required, StringLength(300)]
    public string Proof { get; init; } = "";

    [Field("第十一条第一款第二句", From = ChoiceList.Files)]
    public List<string> ProofFiles { get; init; } = [];

    [Field("内部环节"), StringLength(128)]
    public string? ProofHash { get; init; }

    [Field("内部环节"), StringLength(500)]
    public string? ProofUrl { get; init; }

    [Field("内部环节")]
    public bool IncludesSpecialReport { get; init; }

    [Field("内部环节", Multiline = true), StringLength(500)]
    public string? SpecialReportDecision { get; init; }
}

public sealed record Redaction
{
    [Field("参照《中华人民共和国政府信息公开条例》第三十七条", Multiline = true), Required, StringLength(1000)]
    public string What { get; init; } = "";

    [Field("参照《中华人民共和国政府信息公开条例》第三十七条"), Required, StringLength(500)]
    public string Reason { get; init; } = "";

    [Field("参照《中华人民共和国政府信息公开条例》第三十七条"), Required, StringLength(200)]
    public string Basis { get; init; } = "";
}
