using System.Collections.Concurrent;
using WorkflowAccountability.Engine.Designer;

namespace WorkflowAccountability.StudioApi.WorkflowInstances;

/// <summary>Which connection of the hub looks at which instance, for whom, and what it was last told.</summary>
internal sealed class ObservedInstances
{
    private readonly ConcurrentDictionary<(string Connection, string Instance), Look> looks = [];

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<Look> All => [.. looks.Values];

    /// <summary>A connection begins to look.</summary>
    public void Begin(string connectionId, InstanceSheet sheet, Designer who) =>
        looks[(connectionId, sheet.Line.Id)] = new Look(connectionId, sheet.Line.Id, who) { Told = MarkOf(sheet) };

    /// <summary>A connection is gone.</summary>
    public void End(string connectionId)
    {
        foreach (var key in looks.Keys.Where(key => key.Connection == connectionId))
            looks.TryRemove(key, out _);
    }

    /// <summary>Changes whenever something changes that the person may know.</summary>
    public static (int Entries, string SubStatus, int Incidents) MarkOf(InstanceSheet sheet) =>
        (sheet.Journal.Count, sheet.Line.SubStatus.ToString(), sheet.Incidents.Count);

    internal sealed class Look(string connectionId, string instanceId, Designer who)
    {
        public string ConnectionId => connectionId;

        public string InstanceId => instanceId;

        public Designer Who => who;

        /// <summary>The row's revision when it was last read; -1 for never.</summary>
        public long Revision { get; set; } = -1;

        public (int Entries, string SubStatus, int Incidents) Told { get; set; }
    }
}
