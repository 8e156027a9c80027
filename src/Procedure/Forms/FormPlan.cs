using System.Collections.Concurrent;

namespace WorkflowAccountability.Procedure.Forms;

/// <summary>What a form asks, in its order. Mostly a class says it; the form of an added step says it itself.</summary>
/// <param name="Begin">Makes an empty form.</param>
/// <param name="All">Every field, those too that no page shows.</param>
public sealed record FormPlan(string Name, Func<object> Begin, IReadOnlyList<FormField> All)
{
    private static readonly ConcurrentDictionary<Type, FormPlan> known = [];

    /// <summary>The fields that a person fills in: what a base class asks before what is asked in addition.</summary>
    public IReadOnlyList<FormField> Fields { get; } = [.. All.Where(field => field.IsAsked)];

    /// <summary>Whether files can be attached, in whatever row of it.</summary>
    public bool HasFiles => Fields.Any(asked => asked.Asked.From is ChoiceList.Files || (asked.Inner is { } inner && Of(inner).HasFiles));

    /// <summary>The field of a name, however it is written.</summary>
    public FormField? Find(string name) => All.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>What a class asks.</summary>
    public static FormPlan Of(Type type) => known.GetOrAdd(type, static type => new(type.Name, () => Activator.CreateInstance(type)!,
        [.. type.GetProperties().Where(property => property.CanWrite).OrderBy(property => Depth(property.DeclaringType!)).Select(FormField.Of)]));

    /// <summary>What a form asks.</summary>
    public static FormPlan Of(object form) => form is IPlannedForm own ? own.Plan : Of(form.GetType());

    /// <summary>A class stands for what it asks.</summary>
    public static implicit operator FormPlan(Type type) => Of(type);

    private static int Depth(Type type) => type.BaseType is { } parent ? Depth(parent) + 1 : 0;
}

/// <summary>A form that carries what it asks.</summary>
public interface IPlannedForm
{
    /// <summary>What it asks.</summary>
    FormPlan Plan { get; }
}
