using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace WorkflowAccountability.Procedure.Forms;

/// <summary>A field of a form as binder, pages and papers know it, whether a class declares it or an administrator wrote it into a definition.</summary>
/// <param name="Name">The name under which it is posted, and kept.</param>
/// <param name="Type">What it holds: text, number, day, a choice, a list, a form of its own.</param>
/// <param name="Asked">The clause, and how it is asked for.</param>
public sealed record FormField(string Name, Type Type, FieldAttribute Asked)
{
    private static readonly FieldAttribute unasked = new("");

    /// <summary>What it must meet.</summary>
    public IReadOnlyList<ValidationAttribute> Rules { get; init; } = [];

    /// <summary>Its name for people where no text of the house has it.</summary>
    public string? Label { get; init; }

    /// <summary>What to write into it, in its author's words.</summary>
    public string? Help { get; init; }

    /// <summary>What can be chosen where neither an enumeration nor a list of the house tells.</summary>
    public IReadOnlyList<Choice>? Choices { get; init; }

    /// <summary>The keys under which its label may stand beside its stage, the most exact first.</summary>
    internal IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>What a form holds in it.</summary>
    public required Func<object, object?> Read { get; init; }

    /// <summary>Puts a value into a form.</summary>
    public required Action<object, object?> Write { get; init; }

    /// <summary>Whether it must be filled in.</summary>
    public bool IsRequired => Rules.Any(rule => rule is RequiredAttribute);

    /// <summary>Whether people fill it in; what only the program knows is bound and never shown.</summary>
    public bool IsAsked => Asked != unasked;

    /// <summary>The form of its rows, or its own; null where it holds plain values.</summary>
    public Type? Inner => (FormBinder.RowType(Type) ?? Type) is var inner && FormBinder.IsNested(inner) ? inner : null;

    /// <summary>A property as a field.</summary>
    public static FormField Of(PropertyInfo property) => new(property.Name, property.PropertyType, property.GetCustomAttribute<FieldAttribute>() ?? unasked)
    {
        Rules = [.. property.GetCustomAttributes<ValidationAttribute>()],
        Keys = [$"{property.DeclaringType!.Name}.{property.Name}", $"{property.ReflectedType!.Name}.{property.Name}"],
        Read = property.GetValue,
        Write = property.SetValue,
    };
}
