using System.Globalization;
using System.Reflection;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Ledgers.Recusal;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Stages;

/// <summary>One step of the procedure, free of the engine: who does it, what he fills in, which rules hold, where it leads.</summary>
public abstract class Stage
{
    /// <summary>Reads the class's <see cref="StageAttribute"/>.</summary>
    protected Stage() => About = GetType().GetCustomAttribute<StageAttribute>()
        ?? throw new InvalidOperationException($"{GetType().Name} needs a [Stage(\"Accountability.…\", Citation = …)] attribute.");

    /// <summary>A stage of which a definition says the rest.</summary>
    protected Stage(StageAttribute about) => About = about;

    /// <summary>Type, citation, wall.</summary>
    public StageAttribute About { get; }

    /// <summary>English port identifiers; shown names are the texts <c>Outcome.X</c>.</summary>
    public abstract IReadOnlyList<string> Outcomes { get; }

    /// <summary>Whether people lead to an outcome by what they submit; by another the system leaves the stage when its work fell away.</summary>
    public virtual bool Chooses(string outcome) => true;

    /// <summary>Whether what was submitted sends the work back to whoever did it before (退回).</summary>
    public virtual bool SendsBack(StageStep step) => step switch
    {
        StageStep.Opening opening => opening.IsReturn,
        StageStep.Leaving leaving => leaving.Outcome == "Returned" || leaving.Outcome.StartsWith("BackTo", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>
    /// The ways in which a seat sends the work back (退回修改), each with the form that says so; none where it cannot. A refusal (否决) is no way back.
    /// </summary>
    /// <param name="words">The opinion: what is to be changed.</param>
    public virtual IReadOnlyList<WayBack> WaysBack(CaseFile file, string seat, string words) => [];

    /// <summary>A way back's name for people.</summary>
    public virtual Text NameOf(WayBack way) => new(GetType(), way.NameKey);

    /// <summary>Every form of the stage.</summary>
    public abstract IReadOnlyList<Type> Forms { get; }

    /// <summary>The names of the outputs that a definition may bind to variables.</summary>
    public virtual IReadOnlyList<string> Outputs => [];

    /// <summary>Walled stages whose submissions are laid before whoever does this one: what was submitted up to him.</summary>
    public virtual IReadOnlyList<string> LaysBefore => [];

    /// <summary>Stages whose files are laid before whoever does this one, though the case may not be his to see.</summary>
    public virtual IReadOnlyList<string> FilesLaidBefore => LaysBefore;

    /// <summary>第十一条第一款: whether the reports are laid before whoever does this stage; their texts are then locked before it opens.</summary>
    public virtual bool DecidesOnReports => false;

    /// <summary>第十一条第一款第二句: whether the stage tells how the report became public; then the public edition of this site is shown at it.</summary>
    public virtual bool PublishesReport => false;

    /// <summary>What is still missing before it can be done, for a reminder to name; null where nothing more can be said. The case's editions are loaded where it publishes.</summary>
    public virtual Text? StillMissing(CaseFile file) => null;

    /// <summary>
    /// 参照《突发环境事件调查处理办法》第六条: what ties those to the matter for whom this stage answers; what nobody decided on is laid before whoever does it, and the audit
    /// keeps that it was.
    /// </summary>
    public virtual IReadOnlyList<Tie> TiesLaidBefore(CaseFile file, OrganisationDirectory directory) => [];

    /// <summary>What the form holds when somebody first opens it: as it was filled in when the item opened, and what has come about since.</summary>
    /// <param name="prefill">As it was filled in then; null where nothing was.</param>
    public virtual object? FirstShown(CaseFile file, object? prefill) => prefill;

    /// <summary>
    /// Values that the page offers filled in for fields that are empty, by their paths: whoever fills in the form keeps or changes them. They are never part of the
    /// form as the server shows it, so that a form means what was posted.
    /// </summary>
    public virtual IReadOnlyDictionary<string, string> Offers(CaseFile file, OrganisationDirectory directory, FormValues values) => new Dictionary<string, string>();

    /// <summary>A submitted form as it is shown outside the wall: without what it repeats from behind it.</summary>
    public virtual object OutsideTheWall(object form) => form;

    /// <summary>The stage's name for people.</summary>
    public virtual Text Title => new(GetType(), "Title");

    /// <summary>The name that its author gave it; null where its name is a text.</summary>
    public virtual string? OwnTitle => null;

    /// <summary>What is to be done, for whoever does it; null where the form says enough.</summary>
    public virtual string? Instructions => null;

    /// <summary>An outcome's name for people.</summary>
    public virtual Text OutcomeName(string outcome) => new(GetType(), "Outcome." + outcome);

    /// <summary>A seat's name for people; null when the stage has one kind of seat only.</summary>
    public string? SeatName(string seat) =>
        Text.Exists(GetType(), "Seat." + KindOf(seat), CultureInfo.CurrentUICulture) ? new Text(GetType(), "Seat." + KindOf(seat)).ToString() : null;

    /// <summary>Which of the stage's items it is, for people; null where there is no telling apart.</summary>
    public virtual string? AboutOf(WorkItem item) => item.About ?? SeatName(item.Seat);

    /// <summary>What is to be done at one of its items, for people.</summary>
    public string ActOf(WorkItem item) => AboutOf(item) is { } seat ? $"{Title} · {seat}" : Title.ToString();

    /// <summary>The names of the seats that may open within the stage once this one is submitted; none where the stage is left.</summary>
    public virtual IReadOnlyList<string> StepsAfter(string seat) => [];

    /// <summary>Whether submitting this seat may leave the stage by one of its outcomes.</summary>
    public virtual bool MayLeaveFrom(string seat) => true;

    /// <summary>Who does it where the definition's role does not tell, for instance a team; null where the role's holders do.</summary>
    public virtual Text? DoneBy => null;

    // Seats of a kind are told apart behind a colon: supply:2.
    private static string KindOf(string seat) => seat.Split(':')[0];

    /// <summary>Opens the stage's first work items. At least one, or the stage would wait for nobody.</summary>
    public abstract IReadOnlyList<Seat> Enter(StageContext context);

    /// <summary>Every rule the form must meet; asked when the form is submitted, inside the transaction.</summary>
    public abstract IEnumerable<Ruling> Check(StageContext context, string seat, object form);

    /// <summary>Takes the submitted form into the case file (already kept as a submission) and says what comes next.</summary>
    public abstract StageStep Submit(StageContext context, string seat, object form);
}

/// <summary>A way back from a seat.</summary>
/// <param name="Key">Tells it from the seat's other ways.</param>
/// <param name="NameKey">The key of its name beside the stage.</param>
/// <param name="Form">The form that sends back.</param>
public sealed record WayBack(string Key, string NameKey, object Form);

/// <summary>A stage with one work item and one form.</summary>
public abstract class Stage<TForm> : Stage where TForm : class
{
    /// <inheritdoc/>
    public sealed override IReadOnlyList<Type> Forms => [typeof(TForm)];

    /// <inheritdoc/>
    public sealed override IReadOnlyList<Seat> Enter(StageContext context) => [Assign(context)];

    /// <inheritdoc/>
    public sealed override IEnumerable<Ruling> Check(StageContext context, string seat, object form) => Check(context, (TForm)form);

    /// <inheritdoc/>
    public sealed override StageStep Submit(StageContext context, string seat, object form)
    {
        Apply(context, (TForm)form);
        return StageStep.Leave(Decide(context, (TForm)form), OutputsOf(context, (TForm)form));
    }

    /// <summary>Who does it, by when.</summary>
    protected virtual Seat Assign(StageContext context) => new("form", typeof(TForm), Candidate.OfRole(context.Inputs.Role))
    {
        Deadline = context.Inputs.Deadline,
        EscalateTo = context.Inputs.EscalateTo,
        Walled = About.Walled,
    };

    /// <summary>The rules of the form.</summary>
    protected virtual IEnumerable<Ruling> Check(StageContext context, TForm form) => [];

    /// <summary>What the form changes in the case file.</summary>
    protected virtual void Apply(StageContext context, TForm form) { }

    /// <summary>The outcome by which the stage is left.</summary>
    protected abstract string Decide(StageContext context, TForm form);

    /// <summary>Values for the definition's variables.</summary>
    protected virtual IReadOnlyDictionary<string, object?> OutputsOf(StageContext context, TForm form) => new Dictionary<string, object?>();
}
