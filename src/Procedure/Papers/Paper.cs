using System.Security.Cryptography;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Papers;

/// <summary>How far a document has got.</summary>
public enum PaperStatus
{
    /// <summary>拟稿: it may still be changed, and has no number.</summary>
    Drafted,

    /// <summary>已签发: numbered and locked.</summary>
    Signed,

    /// <summary>作废: a number that it had stays its own.</summary>
    Void,

    /// <summary>送审: locked as it was laid before both bodies; it has no number, which a report gets when it is signed.</summary>
    Submitted,
}

/// <summary>公文: an official document of a case. From the last signature on nothing of its text changes any more.</summary>
public sealed class Paper
{
    /// <summary>16 hex digits.</summary>
    public required string Id { get; init; }

    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>The code of its <see cref="PaperKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>How far it has got.</summary>
    public PaperStatus Status { get; set; }

    /// <summary>第十条第一句: whether only the supervision team may know of it.</summary>
    public required bool Walled { get; init; }

    /// <summary>Its title, for lists.</summary>
    public required string Title { get; set; }

    /// <summary>What its author may change (<see cref="PaperText"/>), JSON.</summary>
    public required string TextJson { get; set; }

    /// <summary>Who drafted it.</summary>
    public required string DraftedById { get; init; }

    /// <summary>Unit, post and name on that day.</summary>
    public required string DraftedBy { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset DraftedAt { get; init; }

    /// <summary>The document as it was locked (<see cref="PaperSheet"/>), JSON; null while it is a draft.</summary>
    public string? SheetJson { get; set; }

    /// <summary>发文机关代字; null while it is a draft.</summary>
    public string? Code { get; set; }

    /// <summary>The year of the number.</summary>
    public int? Year { get; set; }

    /// <summary>顺序号 within code and year, from 1 without gaps.</summary>
    public int? Ordinal { get; set; }

    /// <summary>发文字号; no two documents have the same.</summary>
    public string? Number { get; set; }

    /// <summary>成文日期: the day of the last signature.</summary>
    public DateOnly? DatedOn { get; set; }

    /// <summary>When it was locked (UTC).</summary>
    public DateTimeOffset? SignedAt { get; set; }

    /// <summary>Of the locked .docx, upper hex.</summary>
    public string? Sha256 { get; set; }

    /// <summary>Why it is void; null unless it is.</summary>
    public string? VoidReason { get; set; }

    /// <summary>When it was made void (UTC).</summary>
    public DateTimeOffset? VoidAt { get; set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; set; }

    /// <summary>签发: one for each organ that issues it.</summary>
    public List<PaperSignature> Signatures { get; init; } = [];

    /// <summary>What its author may change.</summary>
    public PaperText Text => (PaperText)FormJsonText.Read(TextJson, typeof(PaperText));

    /// <summary>The document as it was locked; null while it is a draft.</summary>
    public PaperSheet? Sheet => SheetJson is null ? null : (PaperSheet)FormJsonText.Read(SheetJson, typeof(PaperSheet));

    /// <summary>Whether bytes are those that were locked.</summary>
    public bool IsIntact(byte[] content) => Convert.ToHexString(SHA256.HashData(content)) == Sha256;
}

/// <summary>签发: a leader of an issuing organ signed the text as it stood.</summary>
public sealed class PaperSignature
{
    /// <summary>The document.</summary>
    public required string PaperId { get; init; }

    /// <summary>The organ for which he signed.</summary>
    public required string OrganisationId { get; init; }

    /// <summary>Who.</summary>
    public required string PersonId { get; init; }

    /// <summary>His name on that day.</summary>
    public required string Name { get; init; }

    /// <summary>His unit and post on that day.</summary>
    public required string PostText { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>The locked .docx. It lies in the database, because it comes into being with its number: neither is ever there without the other.</summary>
public sealed class PaperFile
{
    /// <summary>The document.</summary>
    public required string PaperId { get; init; }

    /// <summary>The bytes.</summary>
    public required byte[] Content { get; init; }
}

/// <summary>发文登记: the last number given under a code in a year.</summary>
public sealed class PaperRegister
{
    /// <summary>发文机关代字.</summary>
    public required string Code { get; init; }

    /// <summary>The year in Beijing.</summary>
    public required int Year { get; init; }

    /// <summary>The last number given out.</summary>
    public int Last { get; set; }
}
