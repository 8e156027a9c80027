using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Papers;

/// <summary>What is asked before a document is drafted, changed and signed.</summary>
public static class PaperRules
{
    /// <summary>参照《党政机关公文处理工作条例》: the urgencies that a document may bear.</summary>
    public static IReadOnlyList<string> Urgencies { get; } = ["特急", "加急"];

    /// <summary>内部环节: whoever writes it works in an organ that issues it.</summary>
    public static Ruling IsOfTheOrgan(PaperKind kind, PaperSource source, Actor actor) => Require(kind.MayDraft(actor, source), "NotYourOrgan", kind.Name);

    /// <summary>内部环节: the organs that issue it are known.</summary>
    public static Ruling HasIssuer(PaperKind kind, PaperSource source) => Require(kind.Issuers(source).Count > 0, "NoIssuer", kind.Name);

    /// <summary>内部环节: to a closed file nothing is added.</summary>
    public static Ruling CaseIsOpen(CaseFile file) => Require(file.Status is not CaseStatus.Closed, "CaseClosed");

    /// <summary>内部环节: there is something to print, and no more than a document holds.</summary>
    public static IEnumerable<Ruling> IsPrintable(PaperText text, PaperSource source) =>
    [
        Require(!string.IsNullOrWhiteSpace(text.Title) && text.Title.Length <= PaperText.LongestTitle, "Title", PaperText.LongestTitle),
        Require(PaperText.LinesOf(text.Body).Count > 0 && text.Body.Length <= PaperText.LongestBody, "Body", PaperText.LongestBody),
        Require((text.Attachments ?? "").Length <= PaperText.LongestList && (text.Note ?? "").Length <= PaperText.LongestTitle, "TooLong", PaperText.LongestList, PaperText.LongestTitle),
        Require(text.To.Concat(text.Copies).All(organ => source.Directory.KnowsOrganisation(organ)), "UnknownOrgan"),
        Require(text.Urgency is null || Urgencies.Contains(text.Urgency), "Urgency"),
    ];

    /// <summary>内部环节: every organ to which it goes exists on the day on which it is signed, so that it is printed under a name of that day.</summary>
    public static Ruling OrgansExist(PaperText text, PaperSource source)
    {
        var gone = text.To.Concat(text.Copies).Where(organ => !source.Directory.Exists(organ, source.On)).Select(source.Short).ToList();
        return Require(gone.Count == 0, "OrganGone", string.Join('、', gone));
    }

    /// <summary>内部环节: nothing that was changed since is overwritten or signed unseen.</summary>
    public static Ruling IsAsSeen(Paper paper, long version) => Require(paper.Version == version, "Changed");

    /// <summary>内部环节: only a draft can be changed and signed.</summary>
    public static Ruling IsDraft(Paper paper) => Require(paper.Status is PaperStatus.Drafted, "NotADraft", paper.Number ?? "");

    /// <summary>内部环节 (签发): a leader of an issuing organ signs, and no person signs for two.</summary>
    public static Ruling HasASeat(Paper paper, PaperSource source, Actor actor) => Require(
        PaperAccess.SeatsOf(paper, source, actor).Any(organ => !paper.Signatures.Exists(signature => signature.OrganisationId == organ))
            && !paper.Signatures.Exists(signature => signature.PersonId == actor.PersonId), "NoSeat");

    /// <summary>内部环节: the leading organ has a code under which its documents are numbered.</summary>
    public static Ruling HasCode(PaperKind kind, PaperSource source) =>
        Require(kind.Issuers(source) is [var first, ..] && OrganCode.Of(first, source.On) is not null, "NoCode", kind.Issuers(source) is [var organ, ..] ? source.Short(organ) : "");

    /// <summary>第十一条第一款第一句: a report that is signed after it went up says what was submitted, word for word.</summary>
    /// <param name="submitted">The text that lies before both bodies; null where none was locked without a signature.</param>
    public static Ruling IsWhatWasSubmitted(Paper paper, PaperText? submitted) => Ruling.Require(
        submitted is null || (paper.Text is var text && PaperText.LinesOf(text.Title).SequenceEqual(PaperText.LinesOf(submitted.Title)) && PaperText.LinesOf(text.Body).SequenceEqual(PaperText.LinesOf(submitted.Body))),
        "第十一条第一款第一句", Text.Of<PaperTexts>("OtherText.Reason"), Text.Of<PaperTexts>("OtherText.Remedy"));

    /// <summary>内部环节: whoever makes a document void says why.</summary>
    public static Ruling SaysWhy(string reason) => Require(reason.Length is > 0 and <= PaperText.LongestTitle, "VoidReason", PaperText.LongestTitle);

    internal static Ruling Require(bool condition, string key, params object?[] arguments) => Ruling.Require(condition, Citations.InternalStep,
        Text.Of<PaperTexts>($"{key}.Reason", arguments), Text.Of<PaperTexts>($"{key}.Remedy", arguments));
}
