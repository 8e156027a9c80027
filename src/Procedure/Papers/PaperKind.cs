using System.Reflection;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Papers.Kinds;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Papers;

/// <summary>A document that the procedure gives rise to: who issues it, when it can be, and what it says.</summary>
public abstract class PaperKind
{
    /// <summary>Every kind, in the order of the procedure.</summary>
    public static IReadOnlyList<PaperKind> All { get; } =
    [
        new LaunchRequest(), new LaunchReply(), new TeamRequest(), new TeamReply(), new ConsultationLetter(), new InvestigationReport(), new SpecialReport(),
        new ReviewRequest(), new PartyReviewReply(), new GovernmentReviewReply(), new HandlingDecision(),
    ];

    /// <summary>The kind with a code; null where there is none.</summary>
    public static PaperKind? Find(string code) => All.SingleOrDefault(kind => kind.Code == code);

    /// <summary>What it is called in rows and addresses.</summary>
    public string Code => GetType().Name;

    /// <summary>What it is called in the reader's language.</summary>
    public Text Name => Text.Of<PaperTexts>($"Kind.{Code}");

    /// <summary>The clause that it serves.</summary>
    public abstract string Citation { get; }

    /// <summary>Its head.</summary>
    public abstract PaperLayout Layout { get; }

    /// <summary>第十条第一句: whether it is the supervision team's alone.</summary>
    public virtual bool Walled => false;

    /// <summary>发文机关, the leading one first; each signs. Empty where nobody can be told yet.</summary>
    public abstract IReadOnlyList<string> Issuers(PaperSource source);

    /// <summary>Whether the case has come so far.</summary>
    public abstract Ruling Ready(PaperSource source);

    /// <summary>The draft, made from the case. Asked only when it is ready.</summary>
    public abstract PaperText Compose(PaperSource source);

    /// <summary>Who may draft and change it: whoever works in an organ that issues it.</summary>
    public virtual bool MayDraft(Actor actor, PaperSource source) =>
        Issuers(source).Any(organ => source.Directory.PostsOf(actor.PersonId, source.On).Any(post => post.OrganisationId == organ));

    /// <summary>Who may sign for an organ: its head and its other leaders.</summary>
    public virtual bool MaySign(Actor actor, string organisationId, PaperSource source) => source.Directory.PostsOf(actor.PersonId, source.On)
        .Any(post => post.OrganisationId == organisationId && post.Rank is not PostRank.Staff);

    /// <summary>The document as it would be printed: names of the day, number and signers as far as there are any.</summary>
    public PaperSheet Resolve(PaperText text, PaperSource source, string? number, DateOnly? on, IReadOnlyList<string> signers)
    {
        var organs = Issuers(source).Select(source.Name).ToList();
        // Without an organ that could be told there is no letterhead.
        var layout = organs.Count == 0 ? PaperLayout.Plain : Layout;
        return new PaperSheet
        {
            Layout = layout, Organs = organs, Number = number, Signers = signers, Urgency = text.Urgency, Title = text.Title.ReplaceLineEndings("\n").Trim(),
            Addressee = source.List(text.To), Body = PaperText.LinesOf(text.Body), Attachments = PaperText.LinesOf(text.Attachments), SignedBy = organs, On = on,
            Note = string.IsNullOrWhiteSpace(text.Note) ? null : text.Note.Trim(), CopiedTo = source.List(text.Copies),
            PrintedBy = layout is PaperLayout.Letter or PaperLayout.Plain ? null : PrintingOffice(source),
        };
    }

    /// <summary>Refuses while no form of a type was submitted, naming the stage that is still to come.</summary>
    protected static Ruling Needs<TForm>(PaperSource source, Type stage, Func<TForm, bool>? which = null) where TForm : class => Ruling.Require(
        source.File.Latest<TForm>() is { } form && which?.Invoke(form) is not false, stage.GetCustomAttribute<StageAttribute>()!.Citation,
        Text.Of<PaperTexts>("NotYet.Reason", new Text(stage, "Title")), Text.Of<PaperTexts>("NotYet.Remedy", new Text(stage, "Title")));

    // 印发机关: the office of the leading organ where the directory has one, else that organ itself.
    private string PrintingOffice(PaperSource source)
    {
        var organ = Issuers(source)[0];
        return source.Directory.OrganisationsOn(source.On).Select(source.Directory.Organisation)
            .FirstOrDefault(body => body!.ParentId == organ && body.Kind is OrganisationKind.Office && source.Name(body.Id) == source.Name(organ) + "办公室") is { } office
            ? source.Name(office.Id) : source.Name(organ);
    }
}
