using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowAccountability.Engine.Journal;

/// <summary>
/// The row of what one burst journaled: its entries together, each activity execution named once. A row per entry would be four times as large
/// and as dear to write.
/// </summary>
public sealed class JournaledBurst
{
    private static readonly JsonWriterOptions writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The instance.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The number of the first entry within the instance; the others follow without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>When (UTC): a burst has one time.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The entries: <c>{"of":[["instance","node","type","name"]],"did":[["Completed",0,["Done"],"message",payload]]}</c>; what is missing at the end
    /// of a list is nothing.</summary>
    public required string Entries { get; init; }

    /// <summary>The row of a burst's entries; null where it left none.</summary>
    /// <param name="entries">In order, without gaps.</param>
    public static JournaledBurst? Of(string instanceId, IReadOnlyList<JournalEntry> entries)
    {
        if (entries.Count == 0)
            return null;
        var executions = new List<JournalEntry>();
        var places = new int[entries.Count];
        for (var at = 0; at < entries.Count; at++)
            places[at] = PlaceOf(entries[at], executions);
        return new JournaledBurst
        {
            InstanceId = instanceId, Sequence = entries[0].Sequence, Timestamp = entries[0].Timestamp, Entries = Write(entries, executions, places),
        };
    }

    /// <summary>Its entries, in order.</summary>
    public IEnumerable<JournalEntry> Read()
    {
        using var json = JsonDocument.Parse(Entries);
        var executions = json.RootElement.GetProperty("of").EnumerateArray().Select(ReadExecution).ToList();
        var sequence = Sequence;
        foreach (var did in json.RootElement.GetProperty("did").EnumerateArray())
        {
            var (id, node, instance, type, name) = executions[did[1].GetInt32()];
            yield return new JournalEntry(sequence++, did[0].GetString()!, id, node, instance, type, name, Timestamp,
                did.GetArrayLength() > 2 ? [.. did[2].EnumerateArray().Select(outcome => outcome.GetString()!)] : [],
                did.GetArrayLength() > 3 ? did[3].GetString() : null)
            {
                Payload = did.GetArrayLength() > 4 ? JsonNode.Parse(did[4].GetRawText()) : null,
            };
        }
    }

    private static int PlaceOf(JournalEntry entry, List<JournalEntry> executions)
    {
        var known = executions.FindIndex(other => other.ActivityInstanceId == entry.ActivityInstanceId && other.ActivityNodeId == entry.ActivityNodeId);
        if (known >= 0)
            return known;
        executions.Add(entry);
        return executions.Count - 1;
    }

    private static string Write(IReadOnlyList<JournalEntry> entries, List<JournalEntry> executions, int[] places)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(bytes, writing))
        {
            json.WriteStartObject();
            json.WriteStartArray("of"u8);
            foreach (var execution in executions)
                WriteExecution(json, execution);
            json.WriteEndArray();
            json.WriteStartArray("did"u8);
            for (var at = 0; at < entries.Count; at++)
                Write(json, entries[at], places[at]);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, JournalEntry entry, int place)
    {
        json.WriteStartArray();
        json.WriteStringValue(entry.EventName);
        json.WriteNumberValue(place);
        if (entry.Outcomes.Count > 0 || entry.Message is not null || entry.Payload is not null)
        {
            json.WriteStartArray();
            foreach (var outcome in entry.Outcomes)
                json.WriteStringValue(outcome);
            json.WriteEndArray();
        }
        if (entry.Message is not null || entry.Payload is not null)
            json.WriteStringValue(entry.Message);
        entry.Payload?.WriteTo(json);
        json.WriteEndArray();
    }

    // An activity's id is the last of its path, unless the id itself has a colon in it.
    private static void WriteExecution(Utf8JsonWriter json, JournalEntry entry)
    {
        json.WriteStartArray();
        json.WriteStringValue(entry.ActivityInstanceId);
        json.WriteStringValue(entry.ActivityNodeId);
        json.WriteStringValue(entry.ActivityType);
        var isLast = IdIn(entry.ActivityNodeId) == entry.ActivityId;
        if (entry.ActivityName is not null || !isLast)
            json.WriteStringValue(entry.ActivityName);
        if (!isLast)
            json.WriteStringValue(entry.ActivityId);
        json.WriteEndArray();
    }

    private static (string Id, string Node, string Instance, string Type, string? Name) ReadExecution(JsonElement of)
    {
        var node = of[1].GetString()!;
        return (of.GetArrayLength() > 4 ? of[4].GetString()! : IdIn(node), node, of[0].GetString()!, of[2].GetString()!,
            of.GetArrayLength() > 3 ? of[3].GetString() : null);
    }

    private static string IdIn(string nodeId) => nodeId[(nodeId.LastIndexOf(':') + 1)..];
}
