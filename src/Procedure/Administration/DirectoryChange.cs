using System.Text.Json.Serialization;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Administration;

/// <summary>
/// 内部环节: one change of organisations, people, posts or roles, as an administrator fills it in or a row of a sheet says it. It is also a form:
/// its fields are shown, bound and validated like those of any other.
/// </summary>
[JsonDerivedType(typeof(AddOrganisation), nameof(AddOrganisation))]
[JsonDerivedType(typeof(RenameOrganisation), nameof(RenameOrganisation))]
[JsonDerivedType(typeof(EndOrganisation), nameof(EndOrganisation))]
[JsonDerivedType(typeof(AddPerson), nameof(AddPerson))]
[JsonDerivedType(typeof(EndPerson), nameof(EndPerson))]
[JsonDerivedType(typeof(GivePost), nameof(GivePost))]
[JsonDerivedType(typeof(EndHeldPost), nameof(EndHeldPost))]
[JsonDerivedType(typeof(BindRole), nameof(BindRole))]
[JsonDerivedType(typeof(EndRoleBinding), nameof(EndRoleBinding))]
public abstract record DirectoryChange
{
    /// <summary>Every kind of change, by its name.</summary>
    public static IReadOnlyDictionary<string, Type> Kinds { get; } = typeof(DirectoryChange)
        .GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false).Cast<JsonDerivedTypeAttribute>().ToDictionary(kind => kind.DerivedType.Name, kind => kind.DerivedType);

    /// <summary>The first day on which it holds.</summary>
    internal abstract DateOnly Day { get; }

    /// <summary>What speaks against it, given what the changes before it have made of the directory.</summary>
    internal abstract IEnumerable<Ruling> Check(DirectoryDraft draft);

    /// <summary>Makes it; only after <see cref="Check"/> has allowed it.</summary>
    internal abstract void Apply(DirectoryDraft draft);

    /// <summary>The change in a sentence.</summary>
    internal abstract Text Said(DirectoryDraft draft);

    /// <summary>What speaks against a change of something that exists; of what does not exist, only this.</summary>
    protected static IEnumerable<Ruling> Of<TRow>(TRow? row, string unknown, string id, Func<TRow, IEnumerable<Ruling>> against) where TRow : class =>
        row is null ? [Must(false, unknown, id)] : against(row);

    /// <summary>A ruling of the directory's own rules.</summary>
    protected static Ruling Must(bool condition, string key, params IReadOnlyList<object?> arguments) => Ruling.Require(condition, "内部环节",
        Text.Of<AdministrationTexts>(key + ".Reason", arguments), Text.Of<AdministrationTexts>(key + ".Remedy"));
}

/// <summary>Beside it lie the texts of administering.</summary>
public sealed class AdministrationTexts;
