using System.Reflection;
using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Workflows.Clauses;

/// <summary>How a step serves a clause.</summary>
public enum Service
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>A field of its form, or a rule that the form must meet, rests on the clause.</summary>
    Part,

    /// <summary>The step itself rests on the clause.</summary>
    Basis,
}

/// <summary>A step of the version.</summary>
/// <param name="Number">Counts from 1, in the order of the definition.</param>
/// <param name="Citation">Its basis as the version names it.</param>
/// <param name="InternalReason">Why there is an internal step; null where none is given.</param>
public sealed record MatrixStep(int Number, string ActivityId, string Type, Text? StageTitle, string? DisplayText, IReadOnlyList<string> Roles, string Citation, string? InternalReason)
{
    /// <summary>Whether it rests on no clause (内部环节).</summary>
    public bool IsInternal => Citation.StartsWith(Citations.InternalStep, StringComparison.Ordinal);
}

/// <summary>A clause, and how each step serves it.</summary>
/// <param name="Words">Its words.</param>
/// <param name="By">A service for each step, in their order.</param>
/// <param name="Beside">What serves it beside the procedure: folders of the subject, such as <c>Ledgers</c>.</param>
public sealed record MatrixRow(string Citation, string Words, IReadOnlyList<Service> By, IReadOnlyList<string> Beside)
{
    /// <summary>Whether no step serves it.</summary>
    public bool HasNoStep => By.All(service => service is Service.None);
}

/// <summary>Which step of a version serves which clause of the regulation: all clauses that ask something, with those that no step serves.</summary>
public sealed record ClauseMatrix(IReadOnlyList<MatrixStep> Steps, IReadOnlyList<MatrixRow> Rows)
{
    private const string Root = "WorkflowAccountability.Procedure.";

    private static readonly Lazy<ILookup<string, string>> placesByClause = new(() => Marks().ToLookup(mark => mark.Citation, mark => mark.Place));

    /// <summary>Reads it from a definition.</summary>
    public static ClauseMatrix Of(WorkflowDefinition definition, StageCatalog stages)
    {
        var byType = stages.All.ToDictionary(stage => stage.About.Type);
        var steps = definition.AllActivities().Where(activity => activity.Type.StartsWith("Accountability.", StringComparison.Ordinal))
            .Select((activity, index) => StepOf(activity, index + 1, byType.GetValueOrDefault(activity.Type))).ToList();
        var parts = steps.Select(step => byType.TryGetValue(step.Type, out var stage) ? PartsOf(stage) : []).ToList();
        var rows = Checklist.Shipped.Rows.Select(row => row.Citation).Distinct().Where(citation => RegulationText.Current.Knows(citation)).Select(citation => new MatrixRow(
            citation, RegulationText.Current.Find(citation)!.Text, [.. steps.Select((step, at) => ServiceOf(step, parts[at], citation))],
            [.. placesByClause.Value[citation].Where(place => !place.StartsWith("Stages.", StringComparison.Ordinal)).Select(place => place.Split('.')[0]).Distinct().Order(StringComparer.Ordinal)]));
        return new(steps, [.. rows]);
    }

    private static MatrixStep StepOf(Activity activity, int number, Stage? stage) => new(number, activity.Id, activity.Type, stage?.Title, activity.DisplayText,
        [.. ((string[])["role", "secondRole"]).Select(input => TextOf(activity, input)).OfType<string>().Where(Organisations.Roles.Knows)],
        Note(activity, "citation") ?? TextOf(activity, "citation") ?? stage?.About.Citation ?? Citations.InternalStep, Note(activity, "internalReason"));

    private static Service ServiceOf(MatrixStep step, HashSet<string> parts, string clause) =>
        Citations.Split(step.Citation).Any(citation => IsWithin(citation, clause) || IsWithin(clause, citation)) ? Service.Basis
        : parts.Any(citation => IsWithin(citation, clause)) ? Service.Part : Service.None;

    // 第九条第（一）项 stands within 第九条.
    private static bool IsWithin(string citation, string clause) => citation.StartsWith(clause, StringComparison.Ordinal);

    private static HashSet<string> PartsOf(Stage stage)
    {
        var place = Folder(stage.GetType());
        return [.. stage.Forms.SelectMany(form => Fields(form, [])).SelectMany(Citations.Split),
            .. placesByClause.Value.Where(clause => clause.Any(marked => marked == place)).Select(clause => clause.Key)];
    }

    private static IEnumerable<string> Fields(Type form, HashSet<Type> seen)
    {
        if (!seen.Add(form))
            yield break;
        foreach (var property in form.GetProperties())
        {
            if (property.GetCustomAttribute<FieldAttribute>() is { } field)
                yield return field.Citation;
            var held = property.PropertyType is { IsGenericType: true } list ? list.GetGenericArguments()[0] : property.PropertyType;
            if (held.Namespace?.StartsWith(Root, StringComparison.Ordinal) is true && !held.IsEnum)
                foreach (var citation in Fields(held, seen))
                    yield return citation;
        }
    }

    // Classes and methods that say which clause they carry.
    private static IEnumerable<(string Citation, string Place)> Marks() =>
        from type in typeof(ClauseMatrix).Assembly.GetTypes()
        where type.Namespace?.StartsWith(Root, StringComparison.Ordinal) is true
        from mark in type.GetCustomAttributes<ClauseAttribute>(inherit: false).Concat(
            type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .SelectMany(method => method.GetCustomAttributes<ClauseAttribute>(inherit: false)))
        select (mark.Citation, Folder(type));

    private static string Folder(Type type) => type.Namespace![Root.Length..];

    private static string? TextOf(Activity activity, string input) =>
        activity.Given(input) is GivenInput.Outright { Value: JsonValue value } && value.ToString() is { Length: > 0 } text ? text : null;

    private static string? Note(Activity activity, string key) =>
        activity.CustomProperties.GetValueOrDefault(key) is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}

/// <summary>The texts of the matrix.</summary>
public sealed class ClauseMatrixTexts;
