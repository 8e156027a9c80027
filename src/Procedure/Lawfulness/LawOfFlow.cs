using System.Collections.Frozen;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Lawfulness;

/// <summary>What a workflow must hold to one version of the regulation; all of it is data.</summary>
/// <param name="RegulationId">The regulation.</param>
/// <param name="Version">Counts from 1; raised when the reading of the regulation changes.</param>
public sealed record LawOfFlow(
    string RegulationId, int Version, IReadOnlyList<ProcedureKind> Kinds, IReadOnlyList<OrderRule> Orders, IReadOnlyList<OpeningRule> Openings,
    IReadOnlyList<StageLaw> Stages, IReadOnlyList<WrittenOutput> Written, IReadOnlyList<ForbiddenType> Forbidden)
{
    /// <summary>Where a rule begins at the very beginning, and where it ends at the very end.</summary>
    public const string Start = "start", End = "end";

    private FrozenDictionary<string, StageLaw>? byType;

    private static readonly Lazy<Versions> shipped = new(() => DataFile.Read<Versions>("Lawfulness/order-of-law.json", FaultsOf));

    /// <summary>The newest reading of the regulation in force.</summary>
    public static LawOfFlow Current { get; } = shipped.Value.Laws.Where(law => law.RegulationId == RegulationText.Current.Id).MaxBy(law => law.Version)!;

    /// <summary>The law of a stage; null for what the regulation does not know.</summary>
    public StageLaw? Of(string shortType) => (byType ??= Stages.ToFrozenDictionary(stage => stage.Type)).GetValueOrDefault(shortType);

    /// <summary>Whether leaving a step by a port writes one of its outputs, and what; null where the form decides.</summary>
    internal (bool Writes, bool? Value) Writes(Step step, string port, string output)
    {
        if (Of(step.ShortType) is null)
            return (true, null);
        var written = Written.FirstOrDefault(one => one.Stage == step.ShortType && one.Outcome == port && one.Output == output);
        return (written is not null, written?.Value);
    }

    private IEnumerable<string> Faults()
    {
        var known = Stages.Select(stage => stage.Type).ToHashSet();
        foreach (var order in Orders)
        {
            foreach (var type in order.To.Where(to => to != End && !known.Contains(to)))
                yield return $"{order.Rule} {order.Key}: there is no stage {type}.";
            foreach (var happening in order.From.Concat(order.Without).Where(from => from != Start && !(from.Split(':') is [var type, _] && known.Contains(type))))
                yield return $"{order.Rule} {order.Key}: '{happening}' is no outcome of a stage.";
            if (!Citations.IsSound(order.Citation))
                yield return $"{order.Rule} {order.Key}: '{order.Citation}' is no sound citation.";
            foreach (var kind in order.Kinds.Where(kind => Kinds.All(one => one.Id != kind)))
                yield return $"{order.Rule} {order.Key}: there is no kind {kind}.";
        }
        foreach (var stage in Stages)
        {
            foreach (var citation in stage.Citations.Where(citation => !Citations.IsSound(citation)))
                yield return $"{stage.Type}: '{citation}' is no sound citation.";
            foreach (var role in (stage.Roles ?? []).Concat(stage.SecondRoles ?? []).Where(role => !Organisations.Roles.Knows(role)))
                yield return $"{stage.Type}: there is no role {role}.";
        }
    }

    private static IEnumerable<string> FaultsOf(Versions versions) => versions.Laws.SelectMany(law => law.Faults());

    private sealed record Versions(IReadOnlyList<LawOfFlow> Laws);
}

/// <summary>A kind of procedure. What a definition is, its stages tell and the name under which it is started; renaming changes neither.</summary>
/// <param name="DefinitionId">The definition that must be of this kind; null for none.</param>
/// <param name="StartsCases">Whether a case may begin with it.</param>
/// <param name="Marks">A definition with one of these stages is of this kind; the first kind wins.</param>
public sealed record ProcedureKind(string Id, string? DefinitionId, bool StartsCases, IReadOnlyList<string> Marks);

/// <summary>From each of these places no way may lead to one of those stages unless one of the outcomes between happened on it.</summary>
/// <param name="Rule">R1 to R15, or N… for what the house orders itself.</param>
/// <param name="Key">Its texts.</param>
/// <param name="From"><c>start</c>, or outcomes as <c>Stage:Outcome</c>.</param>
/// <param name="To">Stages, or <c>end</c>.</param>
/// <param name="Without">Outcomes; any of them satisfies the rule.</param>
/// <param name="When">Holds only while this output says so; null for always.</param>
public sealed record OrderRule(
    string Rule, string Key, string Citation, IReadOnlyList<string> Kinds, IReadOnlyList<string> From, IReadOnlyList<string> To, IReadOnlyList<string> Without, Proviso? When);

/// <summary>What a stage's output must say for a rule to hold.</summary>
public sealed record Proviso(string Output, bool Is);

/// <summary>At once after an outcome a stage opens, without anybody having to do anything first.</summary>
public sealed record OpeningRule(string Rule, string Key, string Citation, IReadOnlyList<string> Kinds, string After, string Opens);

/// <summary>What the regulation says about a stage.</summary>
/// <param name="Citations">What the definition may name as its basis.</param>
/// <param name="Roles">Who may act; null where anybody may.</param>
/// <param name="SecondRoles">Who holds the second key; null where there is none.</param>
/// <param name="RequiredIn">Kinds of procedure that cannot do without it.</param>
public sealed record StageLaw(
    string Type, string Rule, IReadOnlyList<string> Citations, IReadOnlyList<string>? Roles, IReadOnlyList<string>? SecondRoles, IReadOnlyList<string> RequiredIn);

/// <summary>An outcome by which a stage writes an output, and what: null where the form decides.</summary>
public sealed record WrittenOutput(string Stage, string Outcome, string Output, bool? Value);

/// <summary>A type of activity that no workflow of a case may use.</summary>
public sealed record ForbiddenType(string Type, string Rule, string Key, string Citation);
