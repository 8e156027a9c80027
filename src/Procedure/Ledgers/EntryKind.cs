using System.Reflection;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Ledgers;

/// <summary>What an entry works with: the case, who enters, the directory, the moment, and the open items where it is carried out.</summary>
public sealed record EntryContext(
    CaseFile File, Actor Actor, OrganisationDirectory Directory, DateTimeOffset Now, DateOnly Today, IReadOnlyList<WorkItem> Open)
{
    /// <summary>The case that the form names by its number: one that the actor sees, locked like his own; null for the kinds that name none.</summary>
    public CaseFile? Other { get; init; }
}

/// <summary>Names a kind of entry and the clause under which it is made.</summary>
/// <param name="name">As it stands in addresses, small letters and hyphens.</param>
/// <param name="citation">The exact clause, or 内部环节 / 参照….</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EntryAttribute(string name, string citation) : Attribute
{
    public string Name { get; } = name;

    public string Citation { get; } = citation;
}

/// <summary>
/// One kind of what people enter beside the procedure: who may, what he fills in, which rules hold, what it changes. It is no step of a workflow:
/// nothing waits for it, and it may come at any time.
/// </summary>
public abstract class EntryKind
{
    private readonly EntryAttribute about;

    /// <summary>Reads the class's <see cref="EntryAttribute"/>.</summary>
    protected EntryKind() => about = GetType().GetCustomAttribute<EntryAttribute>()
        ?? throw new InvalidOperationException($"{GetType().Name} needs an [Entry(\"name\", \"clause\")] attribute.");

    /// <summary>As it stands in addresses and rows.</summary>
    public string Name => about.Name;

    /// <summary>The clause.</summary>
    public string Citation => about.Citation;

    /// <summary>The form's type.</summary>
    public abstract Type Form { get; }

    /// <summary>Whether it may still come when the case is closed.</summary>
    public virtual bool OutlivesTheCase => false;

    /// <summary>Whether it may come now.</summary>
    public virtual bool IsInTime(CaseFile file) => OutlivesTheCase || file.IsAlive;

    /// <summary>Whether it is about the case as a whole; then it is offered on the case's page.</summary>
    public virtual bool IsOfTheWholeCase => false;

    /// <summary>Whether only those read it who see the case that it names too.</summary>
    public virtual bool IsReadWithTheOther => false;

    /// <summary>The number of another case that the form names; null for the kinds that name none.</summary>
    public virtual string? OtherNumberOf(object form) => null;

    /// <summary>Its name for people.</summary>
    public Text Title => new(GetType(), "Title");

    /// <summary>What it does, in a sentence.</summary>
    public Text Lead => new(GetType(), "Lead");

    /// <summary>Whether somebody who sees the case makes such entries in it. To anybody else it does not exist.</summary>
    public abstract bool May(EntryContext context);

    /// <summary>The form as it is first shown; null shows an empty one.</summary>
    public virtual object? Prefill(EntryContext context) => null;

    /// <summary>Every rule the form must meet; asked inside the transaction.</summary>
    public abstract IEnumerable<Ruling> Check(EntryContext context, object form);

    /// <summary>Takes the entry, already kept, into the case file.</summary>
    public abstract void Apply(EntryContext context, CaseEntry entry, object form);

    /// <summary>Whether only the supervision team may read it.</summary>
    public abstract bool IsWalled(EntryContext context, object form);

    /// <summary>Whether the regulation's own procedure begins with it: then that must be one that may run.</summary>
    internal virtual bool BeginsProcedure => false;

    /// <summary>What it changes beyond the case file: workflows, clocks, other cases. It comes after <see cref="Apply"/>, in the same transaction.</summary>
    internal virtual Task CarryOutAsync(CommandScope scope, EntryContext context, CaseEntry entry, object form, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>A kind of entry with its form.</summary>
public abstract class EntryKind<TForm> : EntryKind where TForm : class
{
    /// <inheritdoc/>
    public sealed override Type Form => typeof(TForm);

    /// <inheritdoc/>
    public sealed override IEnumerable<Ruling> Check(EntryContext context, object form) => Check(context, (TForm)form);

    /// <inheritdoc/>
    public sealed override void Apply(EntryContext context, CaseEntry entry, object form) => Apply(context, entry, (TForm)form);

    /// <inheritdoc/>
    public sealed override bool IsWalled(EntryContext context, object form) => IsWalled(context, (TForm)form);

    /// <summary>The rules.</summary>
    protected abstract IEnumerable<Ruling> Check(EntryContext context, TForm form);

    /// <summary>What it changes beside the entry itself.</summary>
    protected virtual void Apply(EntryContext context, CaseEntry entry, TForm form) { }

    /// <summary>Whether it stays behind the wall.</summary>
    protected virtual bool IsWalled(EntryContext context, TForm form) => false;
}

/// <summary>Every kind of entry, found by its attribute.</summary>
public static class EntryCatalog
{
    private static readonly Lazy<IReadOnlyDictionary<string, EntryKind>> ByName = new(() => typeof(EntryKind).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(EntryKind)) && !type.IsAbstract).Select(type => (EntryKind)Activator.CreateInstance(type)!)
        .ToDictionary(kind => kind.Name, StringComparer.Ordinal));

    /// <summary>All of them, in the order of their names.</summary>
    public static IReadOnlyList<EntryKind> All => [.. ByName.Value.Values.OrderBy(kind => kind.Name, StringComparer.Ordinal)];

    /// <summary>The kind of a name.</summary>
    public static EntryKind? Find(string name) => ByName.Value.GetValueOrDefault(name);

    /// <summary>An entry as lists name it: its number and what it is.</summary>
    public static string NameOf(CaseEntry entry) => $"{entry.Label} {Find(entry.Kind)?.Title}";
}
