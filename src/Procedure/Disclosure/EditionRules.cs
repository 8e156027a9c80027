using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Papers;
using WorkflowAccountability.Procedure.Papers.Layout;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.CompileReport;

namespace WorkflowAccountability.Procedure.Disclosure;

/// <summary>What is asked before anything is published.</summary>
public static class EditionRules
{
    private const string Clause = "第十一条第一款第二句", ByAnalogy = "参照《中华人民共和国政府信息公开条例》第十七条";

    /// <summary>第十一条第一款第二句 (经批准后): nothing is released before both bodies approved.</summary>
    public static Ruling IsApproved(CaseFile file) => Require(file.IsApproved, Clause, "NotApproved");

    /// <summary>第十一条第一款第二句: it is the locked investigation report that becomes public, as it was signed.</summary>
    public static Ruling IsTheLockedText(Paper paper, PublicEdition edition) =>
        Require(DisclosureAccess.IsForThePublic(paper) && paper.Sha256 == edition.PaperSha256, Clause, "NotTheReport");

    /// <summary>第十一条第一款第二句 (经批准后): what the two bodies sent back is not what they approved; a report signed before its last release belongs to an earlier round.</summary>
    public static Ruling IsOfTheApprovedRound(CaseFile file, Paper paper) => Require(
        file.Submissions.FindLast(submission => submission.FormName == nameof(CompileReportForm) && submission.Read<CompileReportForm>().Decision is ReportDecision.Release)
            is not { } released || paper.SignedAt >= released.At, Clause, "EarlierRound");

    /// <summary>第十一条第一款第二句 (经批准后): the public reads the text on which both bodies decided, not another that was signed beside it.</summary>
    /// <param name="approved">The document that the keys name by its hash; null where they were given before texts were locked.</param>
    public static Ruling IsTheApprovedText(Paper paper, Paper? approved) => Require(
        approved is null || approved.Sha256 == paper.Sha256
            || (Equal(approved.Sheet!.Body, paper.Sheet!.Body) && Equal(PaperText.LinesOf(approved.Sheet.Title), PaperText.LinesOf(paper.Sheet.Title))), Clause, "OtherText");

    /// <summary>内部环节: nothing that was changed since is overwritten or released unseen.</summary>
    public static Ruling IsAsSeen(PublicEdition edition, long version) => Require(edition.Version == version, Citations.InternalStep, "Changed");

    /// <summary>内部环节: only what is being prepared can be changed and released.</summary>
    public static Ruling IsPrepared(PublicEdition edition) => Require(edition.Status is EditionStatus.Prepared, Citations.InternalStep, "NotPrepared");

    /// <summary>参照《政府信息公开条例》第十七条 (公开审查): whoever prepared it or ever changed it does not release it.</summary>
    /// <param name="hasChanged">Whether the audit knows of a change of his, also of one that others changed again since.</param>
    public static Ruling IsAnotherHand(PublicEdition edition, Actor actor, bool hasChanged) =>
        Require(!hasChanged && edition.PreparedById != actor.PersonId && edition.EditedById != actor.PersonId, ByAnalogy, "SameHand", actor.Name);

    /// <summary>内部环节: what the public reads differently from before is explained to it.</summary>
    public static Ruling SaysWhatIsCorrected(PublicEdition edition, EditionText text) =>
        Require(edition.Number == 1 || !string.IsNullOrWhiteSpace(text.Correction), Citations.InternalStep, "NoCorrection");

    /// <summary>Every cut has words that stand in the text, and a reason of the day; every name that stays has one too.</summary>
    public static IEnumerable<Ruling> RowsAreWhole(EditionText text, PaperSheet locked, PaperSource source) =>
    [
        Require(!string.IsNullOrWhiteSpace(text.Title) && text.Title.Length <= PaperText.LongestTitle, Citations.InternalStep, "Title", PaperText.LongestTitle),
        Require(text.Cuts.Count + text.Kept.Count <= EditionText.MostRows, Citations.InternalStep, "TooMany", EditionText.MostRows),
        Require((text.Correction ?? "").Length <= EditionText.LongestWords, Citations.InternalStep, "TooLong", EditionText.LongestWords),
        .. text.Cuts.SelectMany(cut => new[]
        {
            Require(cut.Words.Length is > 0 and <= EditionText.LongestWords && (cut.Replacement ?? "").Length <= PaperText.LongestTitle
                && (cut.Explanation ?? "").Length <= PaperText.LongestTitle, Citations.InternalStep, "TooLong", EditionText.LongestWords),
            Require(CutReason.Find(cut.Reason, source.On) is not null, "参照《中华人民共和国政府信息公开条例》第三十七条", "NoReason", Short(cut.Words)),
            Require(locked.Body.Append(text.Title).Any(line => line.Contains(cut.Words, StringComparison.Ordinal)), Citations.InternalStep, "NotInText", Short(cut.Words)),
        }),
        .. text.Kept.Select(kept => Require(kept.Name.Length is > 0 and <= PaperText.LongestTitle && kept.Reason.Length is > 0 and <= PaperText.LongestTitle,
            Citations.InternalStep, "KeptWithoutReason", kept.Name)),
    ];

    /// <summary>参照《政府信息公开条例》第十七条: the bytes that would be published hold nothing that was cut, no name that was not left in knowingly, no id, nothing hidden.</summary>
    public static IEnumerable<Ruling> HoldsNoLeak(PaperSheet sheet, EditionText text, PaperSource source, Paper paper) => LeaksOf(sheet, text, source, paper)
        .Select(leak => Require(false, ByAnalogy, "Leak", leak.Where, Short(leak.What)));

    /// <summary>What would leak.</summary>
    public static IReadOnlyList<Leak> LeaksOf(PaperSheet sheet, EditionText text, PaperSource source, Paper paper)
    {
        var kept = text.Kept.Select(row => row.Name).ToHashSet();
        string[] secrets = [.. text.Cuts.Select(cut => cut.Words).Concat(KnownNames.Of(source)).Where(name => !kept.Contains(name)).Concat(KnownNames.IdsOf(source, paper)).Distinct()];
        return LeakCheck.In(PaperDocx.Write(sheet), secrets);
    }

    private static bool Equal(IReadOnlyList<string> one, IReadOnlyList<string> other) => one.SequenceEqual(other);

    private static string Short(string words) => words.Length > 40 ? words[..40] + "…" : words;

    private static Ruling Require(bool condition, string citation, string key, params object?[] arguments) => Ruling.Require(condition, citation,
        Text.Of<DisclosureTexts>($"{key}.Reason", arguments), Text.Of<DisclosureTexts>($"{key}.Remedy", arguments));
}
