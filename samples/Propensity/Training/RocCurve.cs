namespace Propensity.Training;

/// <summary>The receiver operating characteristic of predictions.</summary>
public static class RocCurve
{
    private const int MaxPoints = 200;

    public static IReadOnlyList<RocPoint> Of(IReadOnlyCollection<Prediction> predictions)
    {
        int positives = predictions.Count(prediction => prediction.Label), negatives = predictions.Count - positives;
        if (positives == 0 || negatives == 0)
            return [];
        var points = new List<RocPoint> { new(0, 0) };
        int truePositives = 0, falsePositives = 0;
        // Users with the same probability come together: no threshold can part them.
        foreach (IGrouping<float,
            Prediction> equal in predictions.GroupBy(prediction => prediction.Probability).OrderByDescending(group => group.Key))
        {
            truePositives += equal.Count(prediction => prediction.Label);
            falsePositives += equal.Count(prediction => !prediction.Label);
            points.Add(new RocPoint((double)falsePositives / negatives, (double)truePositives / positives));
        }
        int step = Math.Max(1, points.Count / MaxPoints);
        return [.. points.Where((_, index) => index % step == 0 || index == points.Count - 1)];
    }
}
