import com.google.refine.model.Recon;
import com.google.refine.model.ReconCandidate;
import com.google.refine.model.recon.ReconJob;
import com.google.refine.model.recon.StandardReconConfig;
import java.util.ArrayList;
import java.util.List;

/** Reconciles names against a service as OpenRefine does, by its own client, and prints what it was told of each. */
public class Reconcile {
  public static void main(String[] args) throws Exception {
    var config = new StandardReconConfig(args[0], args[1], args[2], args[3], args[3], true, 10, List.of(), 5);
    List<ReconJob> jobs = new ArrayList<>();
    for (int i = 4; i < args.length; i++) jobs.add(config.createSimpleJob(args[i]));
    List<Recon> all = config.batchRecon(jobs, 1L);
    for (int i = 0; i < all.size(); i++) {
      Recon recon = all.get(i);
      StringBuilder line = new StringBuilder("RESULT\t" + args[4 + i] + "\t" + recon.judgment + "\t" + recon.error);
      if (recon.candidates != null) for (ReconCandidate candidate : recon.candidates) line.append("\t").append(candidate.id).append("=").append(candidate.score);
      System.out.println(line);
    }
  }
}
