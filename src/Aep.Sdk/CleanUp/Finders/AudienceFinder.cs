using Aep.Sdk.Segmentation;

namespace Aep.Sdk.CleanUp;

/// <summary>Segments, and audiences that are none, such as those brought in from elsewhere.</summary>
internal sealed class AudienceFinder(SegmentationClient segmentation)
{
    public async Task FindAsync(CleanUpSelection selection, CleanUpFindings found, CancellationToken cancellationToken)
    {
        var chosen = new List<Segment>();
        await foreach (Segment segment in segmentation.ListAsync().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (selection.Includes(segment.Name))
                chosen.Add(segment);
        }
        foreach (Segment segment in InOrder(chosen))
            found.Add(CleanUpStage.Audiences, "segment", segment.Id, segment.Name, token => segmentation.DeleteAsync(segment.Id, token));

        // A segment is an audience, too, with the same id.
        IReadOnlySet<string> segments = found.IdsOf(CleanUpStage.Audiences);
        await foreach (Audience audience in segmentation.Audiences.ListAsync().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (selection.Includes(audience.Name) && !segments.Contains(audience.Id))
                found.Add(CleanUpStage.Audiences, "audience", audience.Id, audience.Name,
                    token => segmentation.Audiences.DeleteAsync(audience.Id, token));
        }
    }

    // A segment whose members the rule of another asks for (inSegment) goes after that one.
    private static IEnumerable<Segment> InOrder(List<Segment> segments)
    {
        while (segments.Count > 0)
        {
            int next = segments.FindIndex(segment => !segments.Exists(other => other.Id != segment.Id && Names(other, segment.Id)));
            // Rules that ask for each other in a circle: the service decides.
            Segment free = segments[Math.Max(next, 0)];
            segments.Remove(free);
            yield return free;
        }
    }

    private static bool Names(Segment segment, string id) => segment.Expression?.Value?.Contains(id, StringComparison.Ordinal) == true;
}
