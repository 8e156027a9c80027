using System.Text.Json.Nodes;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Stages.HumanTask;

/// <summary>
/// 内部环节: a step that an administrator adds in the designer, without code. It may stand between the steps of the regulation and takes none of their
/// places. What a definition says of it makes a stage of its own.
/// </summary>
[Stage(TypeName, Citation = Citations.InternalStep, IsOccasional = true)]
public sealed class HumanTaskStage : Stage
{
    /// <summary>The activity type.</summary>
    public const string TypeName = "Accountability.HumanTask";

    /// <summary>The outputs that a definition may bind: the way out, and all answers by their keys.</summary>
    internal static readonly string OutcomeOutput = "outcome", AnswersOutput = "answers";

    /// <summary>The row of the table of deadlines whose period the step itself sets.</summary>
    internal static string Deadline => "D00";

    private readonly AddedStep? step;

    /// <summary>The kind of step, of which no definition has said anything yet.</summary>
    public HumanTaskStage()
    {
    }

    /// <summary>One step of a definition.</summary>
    public HumanTaskStage(AddedStep step) : base(new StageAttribute(TypeName) { Citation = step.Citation, Walled = step.Walled, IsOccasional = true }) => this.step = step;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes => step?.Outcomes ?? [AddedStep.Done];

    // A form that carries its own questions: nothing of it is fixed.
    /// <inheritdoc/>
    public override IReadOnlyList<Type> Forms => [];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Outputs => [OutcomeOutput, AnswersOutput];

    /// <inheritdoc/>
    public override Text Title => step is null ? base.Title : Text.Of<FormTexts>("Verbatim", step.Title);

    /// <inheritdoc/>
    public override string? OwnTitle => step?.Title;

    /// <inheritdoc/>
    public override string? Instructions => step?.Instructions;

    /// <inheritdoc/>
    public override Text OutcomeName(string outcome) => outcome == AddedStep.Done ? base.OutcomeName(outcome) : Text.Of<FormTexts>("Verbatim", outcome);

    // What it is about is its title, by which it is found.
    /// <inheritdoc/>
    public override string? AboutOf(WorkItem item) => null;

    /// <inheritdoc/>
    public override bool SendsBack(StageStep step) => step is StageStep.Leaving leaving && leaving.Outcome.StartsWith(AddedStep.Back, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override IReadOnlyList<WayBack> WaysBack(CaseFile file, string seat, string words)
    {
        if (step is null || step.Fields.FirstOrDefault(field => field.Kind is AddedKind.Paragraph or AddedKind.Text) is not { } opinion
            || step.Fields.Any(field => field.IsRequired && field != opinion))
            return [];
        return [.. step.Outcomes.Where(outcome => outcome.StartsWith(AddedStep.Back, StringComparison.Ordinal)).Select(outcome =>
            new WayBack(outcome, outcome, new HumanTaskForm { Step = step, Outcome = outcome, Answers = new JsonObject { [opinion.Key] = words } }))];
    }

    /// <inheritdoc/>
    public override Text NameOf(WayBack way) => OutcomeName(way.Key);

    /// <inheritdoc/>
    public override IReadOnlyList<Seat> Enter(StageContext context)
    {
        var asked = step ?? throw new InvalidOperationException("An added step is entered with what its definition says of it.");
        return [new Seat("form", typeof(HumanTaskForm), CandidateOf(context))
        {
            Prefill = new HumanTaskForm { Step = asked }, About = asked.Title, Walled = asked.Walled,
            Deadline = context.Inputs.Within is null ? null : Deadline, EscalateTo = context.Inputs.EscalateTo,
        }];
    }

    /// <inheritdoc/>
    public override IEnumerable<Ruling> Check(StageContext context, string seat, object form) => HumanTaskRules.Of(context, (HumanTaskForm)form);

    /// <inheritdoc/>
    public override StageStep Submit(StageContext context, string seat, object form)
    {
        var filled = (HumanTaskForm)form;
        return StageStep.Leave(filled.Leaves, new Dictionary<string, object?> { [OutcomeOutput] = filled.Leaves, [AnswersOutput] = filled.Answers });
    }

    // Whoever is meant by name and holds no office that day, or is under inquiry himself, is stood in for by his office.
    private static Candidate CandidateOf(StageContext context)
    {
        var (inputs, today, directory) = (context.Inputs, context.Today, context.Directory);
        if (inputs.PersonId is { } person && directory.PostsOf(person, today).Count > 0 && !context.File.Concerns(person))
            return Candidate.Person(person);
        var office = inputs.OrganisationId is { } named && !directory.Exists(named, today) ? directory.SuccessorsOf(named).FirstOrDefault(named) : inputs.OrganisationId;
        return Candidate.OfRole(inputs.Role, office);
    }
}
