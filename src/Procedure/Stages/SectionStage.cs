using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Stages;

/// <summary>第九条: a section of the investigation: the team drafts it, and nothing leaves the team without the leader's sign-off.</summary>
public abstract class SectionStage<TForm> : Stage where TForm : class
{
    private const string Draft = "draft";
    private const string SignOff = "signOff";

    /// <inheritdoc/>
    public sealed override IReadOnlyList<string> Outcomes => [.. Enum.GetNames<SectionDecision>()];

    /// <inheritdoc/>
    public sealed override IReadOnlyList<Type> Forms => [typeof(TForm), typeof(SectionSignOffForm)];

    /// <inheritdoc/>
    public override Text? DoneBy => Text.Of<SheetTexts>("Team.Investigation");

    /// <inheritdoc/>
    public sealed override IReadOnlyList<string> StepsAfter(string seat) => seat == Draft ? [SeatName(SignOff)!] : [];

    /// <inheritdoc/>
    public sealed override bool MayLeaveFrom(string seat) => seat == SignOff;

    /// <summary>第九条第一句: the team drafts; a section that was sent back opens with its last text.</summary>
    public sealed override IReadOnlyList<Seat> Enter(StageContext context)
    {
        context.File.MustHaveATeam(About);
        return [Open(context, Draft, typeof(TForm), Candidate.MembersOf(TeamKind.Investigation)) with
        {
            Prefill = context.File.Latest<TForm>() is { } last ? Again(context, last) : First(context),
        }];
    }

    /// <inheritdoc/>
    public sealed override IEnumerable<Ruling> Check(StageContext context, string seat, object form) => form switch
    {
        TForm draft => Check(context, draft),
        SectionSignOffForm signOff => [ReturnIsExplained(signOff)],
        _ => throw Foreign(form),
    };

    /// <inheritdoc/>
    public sealed override StageStep Submit(StageContext context, string seat, object form)
    {
        switch (form)
        {
            case TForm draft:
                Drafted(context, draft);
                return StageStep.Open(Open(context, SignOff, typeof(SectionSignOffForm), context.File.Signer()));
            case SectionSignOffForm signOff:
                if (signOff.Decision == SectionDecision.SignedOff)
                    SignedOff(context, context.Submitted<TForm>(Draft)!);
                return StageStep.Leave(signOff.Decision!.Value.ToString());
            default:
                throw Foreign(form);
        }
    }

    /// <summary>第九条第一句: the leader sends a section back to the team.</summary>
    public sealed override IReadOnlyList<WayBack> WaysBack(CaseFile file, string seat, string words) => seat != SignOff ? [] :
        [new("BackToSection", "Outcome.BackToSection", new SectionSignOffForm { Decision = SectionDecision.BackToSection, Remarks = words })];

    /// <summary>The section's rules.</summary>
    protected abstract IEnumerable<Ruling> Check(StageContext context, TForm draft);

    /// <summary>What the first draft opens with; null for an empty form.</summary>
    protected virtual TForm? First(StageContext context) => null;

    /// <summary>What a later draft opens with.</summary>
    protected virtual TForm Again(StageContext context, TForm last) => last;

    /// <summary>What a draft changes in the case file before it is signed off.</summary>
    protected virtual void Drafted(StageContext context, TForm draft) { }

    /// <summary>What a signed-off section changes in the case file.</summary>
    protected virtual void SignedOff(StageContext context, TForm section) { }

    /// <summary>内部环节: who sends a section back says what is to be changed.</summary>
    private static Ruling ReturnIsExplained(SectionSignOffForm form) => Ruling.Require(
        form.Decision != SectionDecision.BackToSection || !string.IsNullOrWhiteSpace(form.Remarks), "内部环节",
        Text.Of<FormTexts>("Section.NoRemarks.Reason"), Text.Of<FormTexts>("Section.NoRemarks.Remedy"));

    private static Seat Open(StageContext context, string key, Type form, Candidate to)
    {
        var (code, from) = InvestigationClock.Of(context.File, context.Inputs.Deadline);
        return new Seat(key, form, to) { Deadline = code, DeadlineFrom = from, EscalateTo = context.Inputs.EscalateTo };
    }

    private ArgumentException Foreign(object form) => new($"{About.Type} has no form {form.GetType().Name}.", nameof(form));
}
